using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>A song opens as it sounded: the patterns that its settings lead to come with it.</summary>
[Collection("log")]
public sealed class SavedPatternTests : IDisposable
{
    private readonly TestModels _there = new TestModels().Add("flagship", "Flagship").Add("kick", "Kick", alwaysKick: true);

    [Fact]
    public void Where_the_model_is_missing_the_song_plays_as_it_did_until_a_knob_moves()
    {
        byte[] song = Song();
        using TestModels here = new TestModels().Add("flagship", "Flagship");
        using CorePlayer player = new(here.List());
        Assert.True(player.Core.TryLoadState(song));
        Assert.Equal("Kick", player.Core.MissingModel);
        Assert.True(player.PlaysKick(isOffline: true));
        player.Core.Parameters[ParameterTable.Knobs[3]] = 0.26f;
        Assert.False(player.PlaysKick(isOffline: true));
        player.Core.Parameters[ParameterTable.Knobs[3]] = 0.25f;
        Assert.True(player.PlaysKick(isOffline: true));
    }

    [Fact]
    public void Without_any_model_the_song_plays_as_it_did()
    {
        byte[] song = Song();
        using TestModels none = new();
        using CorePlayer player = new(none.List());
        Assert.True(player.Core.TryLoadState(song));
        Assert.True(player.PlaysKick(isOffline: true));

        // What cannot be made anew is saved again as it came.
        using CorePlayer other = new(none.List());
        Assert.True(other.Core.TryLoadState(player.Core.SaveState(programOnly: false)));
        Assert.True(other.PlaysKick(isOffline: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void In_real_time_the_first_step_after_loading_is_the_songs(int slot)
    {
        byte[] song = Song(player =>
        {
            player.Core.Parameters[ParameterTable.Knobs[3]] = 0.75f;
            player.Play(isOffline: true);
            player.Core.Parameters.Set(ParameterTable.Store, 2);
            player.Play(isOffline: true);
            player.Core.Parameters.Set(ParameterTable.Store, 0);
            player.Core.Parameters.Set(ParameterTable.Slot, slot);
        });
        using TestModels none = new();
        using CorePlayer player = new(none.List());
        for (int quarter = 0; quarter < 8; quarter++)
        {
            player.Play(isOffline: false);
        }

        Assert.True(player.Core.TryLoadState(song));
        player.Play(isOffline: false);

        // The crash of Z4, which the default beat does not have.
        Assert.Contains((0, (byte)49), player.Notes);
    }

    [Fact]
    public void Where_the_model_was_trained_anew_the_song_plays_as_it_did()
    {
        byte[] song = Song();
        using TestModels retrained = new TestModels().Add("flagship", "Flagship").Add("kick", "Kick");
        using CorePlayer player = new(retrained.List());
        Assert.True(player.Core.TryLoadState(song));
        Assert.StartsWith("The song asks for version", player.Core.Status);
        Assert.True(player.PlaysKick(isOffline: true));
    }

    [Fact]
    public void The_patterns_of_slots_come_with_it_too()
    {
        byte[] song = Song(player =>
        {
            player.Core.Parameters.Set(ParameterTable.Store, 1);
            player.Play(isOffline: true);
            player.Core.Parameters[ParameterTable.Knobs[1]] = 0.75f;
            player.Play(isOffline: true);
            player.Core.Parameters.Set(ParameterTable.Store, 2);
            player.Play(isOffline: true);
            player.Core.Parameters.Set(ParameterTable.Store, 0);
            player.Core.Parameters[ParameterTable.Knobs[1]] = 0.25f;
        });
        Assert.Equal([0, 2], StateChunk.Read(song).Patterns.Select(pattern => pattern.Slot));
        using TestModels none = new();
        using CorePlayer player = new(none.List());
        Assert.True(player.Core.TryLoadState(song));
        Pattern knobs = player.PlayPattern();
        player.Core.Parameters.Set(ParameterTable.Slot, 2);
        player.PlayPattern();
        Pattern slot = player.PlayPattern();
        Assert.Equal((0b100, 0b110), (knobs[4], slot[4]));
        player.Core.Parameters.Set(ParameterTable.Slot, 1);
        player.PlayPattern();
        Assert.Equal(knobs, player.PlayPattern());
    }

    [Fact]
    public void A_point_that_moves_from_a_slot_to_the_knobs_is_saved_as_the_knobs()
    {
        byte[] song = Song(player =>
        {
            foreach (float knob in (float[])[0.75f, 0.25f])
            {
                player.Core.Parameters[ParameterTable.Knobs[1]] = knob;
                player.Core.Parameters.Set(ParameterTable.Store, 2);
                player.Play(isOffline: true);
                player.Core.Parameters.Set(ParameterTable.Store, 0);
                player.Play(isOffline: true);
                player.Core.Parameters[ParameterTable.Knobs[1]] = 1 - knob;
                player.Core.SaveState(programOnly: false);
            }
        });
        Assert.Equal([(0, 0b110), (2, 0b100)], StateChunk.Read(song).Patterns.Select(kept => (kept.Slot, (int)kept.Pattern.Decoded.Pattern[4])));
    }

    [Fact]
    public void A_song_that_is_saved_before_its_model_is_loaded_has_no_patterns_and_loads_none()
    {
        using PluginCore core = new(_there.List());
        byte[] state = core.SaveState(programOnly: false);
        Assert.False(state.AsSpan().IndexOf("ROWS"u8) >= 0);
        Assert.Null(core.Model);
    }

    [Fact]
    public void The_section_is_the_bytes_that_its_layout_promises()
    {
        PlayablePattern pattern = new() { GrooveVoices = 4 };
        pattern.Decoded.Pattern = new Pattern([0x2001, .. new ushort[31]]);
        pattern.Decoded.Probabilities[0] = 1;
        pattern.Decoded.Probabilities[447] = 0.5f;
        pattern.Velocities[2] = float.NaN;
        pattern.Offsets[0] = -0.5f;
        pattern.Offsets[447] = 0.5f;
        MelodyPhrase melody = default;
        (melody[0], melody[1]) = (MelodyStep.NoteOf(127), MelodyStep.Tie);
        pattern.Melody = melody;
        using ChunkWriter writer = new();
        PatternsChunk.Write(writer, [new SlotPattern(3, pattern)]);
        byte[] middle = [.. Enumerable.Repeat<byte[]>([0xFF, 0x7F], 446).SelectMany(bytes => bytes)];
        byte[] expected =
        [
            1, 3, 4, 0, .. Enumerable.Repeat<byte[]>([0, 0, 0, 0x3F], 14).SelectMany(bytes => bytes), 1, 0x20, .. new byte[62],
            0xFF, 0xFF, .. new byte[892], 0, 0x80, .. new byte[896], 0, 0, .. middle, 0xFE, 0xFF, 129, 1, .. new byte[30],
        ];
        Assert.Equal(expected, writer.ToArray());
        ChunkReader reader = new(expected);
        using ChunkWriter again = new();
        PatternsChunk.Write(again, PatternsChunk.Read(ref reader));
        Assert.Equal(expected, again.ToArray());
    }

    [Theory]
    [InlineData(1, 9, "slot 9 of a pattern is there twice or is none.")]
    [InlineData(3, 0x40, "a pattern's voices are 16388, more than 14 bits.")]
    [InlineData(7, 0x40, "a pattern's threshold is not within 0 to 1.")]
    [InlineData(2843, 130, "a melody's step is 130, which is no note.")]
    public void A_section_that_is_damaged_is_refused_with_its_place(int at, byte value, string reason)
    {
        using ChunkWriter writer = new();
        PatternsChunk.Write(writer, [new SlotPattern(0, new PlayablePattern { GrooveVoices = 4 })]);
        byte[] bytes = writer.ToArray();
        bytes[at] = value;
        StateFormatException e = Assert.Throws<StateFormatException>(() =>
        {
            ChunkReader reader = new(bytes, 100);
            PatternsChunk.Read(ref reader);
        });
        Assert.EndsWith(reason, e.Message);
    }

    [Fact]
    public void Groove_and_melody_come_with_it()
    {
        using TestModels full = new TestModels().Add("flagship", "Flagship", hasCompanions: true);
        using CorePlayer saver = new(full.List());
        saver.Core.Parameters.Set(ParameterTable.MelodyOn, true);
        saver.Play(isOffline: true);
        PlayablePattern before = saver.Core.Playing;
        Assert.True(before.GrooveVoices != 0 && before.Melody.OnsetCount > 0);
        byte[] song = saver.Core.SaveState(programOnly: true);
        using TestModels none = new();
        using CorePlayer player = new(none.List());
        Assert.True(player.Core.TryLoadState(song));
        player.Play(isOffline: true);
        PlayablePattern after = player.Core.Playing;
        Assert.Equal((before.Decoded.Pattern, before.GrooveVoices), (after.Decoded.Pattern, after.GrooveVoices));
        AssertClose(before.Velocities, after.Velocities);
        AssertClose(before.Offsets, after.Offsets);
        AssertClose(before.Decoded.Probabilities, after.Decoded.Probabilities);
        Assert.Equal(before.Decoded.Thresholds, after.Decoded.Thresholds);
        (MelodyPhrase expected, MelodyPhrase actual) = (before.Melody, after.Melody);
        Assert.True(((ReadOnlySpan<MelodyStep>)expected).SequenceEqual(actual));
    }

    public void Dispose() => _there.Dispose();

    private static void AssertClose(float[] expected, float[] actual) =>
        Assert.All(expected.Index(), item => Assert.Equal(item.Item, actual[item.Index], 0.5f / 65_534 + 1e-7f));

    // A song with the model that always hits the bass drum, which the others do not hit there.
    private byte[] Song(Action<CorePlayer>? change = null)
    {
        using CorePlayer player = new(_there.List());
        player.Choose(4);
        Assert.True(player.PlaysKick(isOffline: true));
        change?.Invoke(player);
        return player.Core.SaveState(programOnly: false);
    }
}
