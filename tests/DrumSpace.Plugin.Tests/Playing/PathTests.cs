using DrumSpace.Engine;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>
/// The song's path, on the tests' model: the kick (first knob up) on 1 and 3, the snare (second) on 2 and 4. The path leads from both down,
/// over the kick, to the snare.
/// </summary>
[Collection("log")]
public sealed class PathTests : IDisposable
{
    private const byte Kick = 36;
    private const byte Snare = 38;
    private static readonly Knobs[] Points = [default, new Knobs(1, 0, 0, 0), new Knobs(0, 1, 0, 0)];
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void By_hand_the_place_on_the_path_plays_and_the_knobs_stay()
    {
        using SongPlayer player = Player();
        player.Core.Parameters.Set(ParameterTable.Path, PathMode.ByHand);
        Assert.False(player.Plays(Kick) || player.Plays(Snare));
        player.Core.Parameters.Set(ParameterTable.PathPosition, 1 / (1 + Math.Sqrt(2)));
        Assert.True(player.Plays(Kick) && !player.Plays(Snare));
        player.Core.Parameters.Set(ParameterTable.PathPosition, 1);
        Assert.True(!player.Plays(Kick) && player.Plays(Snare));
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], player.Knobs);
        player.Core.SetPath([]);
        Assert.Empty(player.Core.Path);
        Assert.False(player.Plays(Kick) || player.Plays(Snare));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(24_000)]
    public void Renders_are_the_same_whatever_the_blocks_and_decode_once_a_step_at_most(int block)
    {
        (double, byte, byte)[] expected = Render(1777, out _);
        Assert.Contains(expected, note => note.Item2 == Kick);
        Assert.Contains(expected, note => note.Item2 == Snare);
        Assert.Equal(expected, Render(block, out long decodes));

        // 32 steps, the one after them, and the song's start, which the worker may answer before the render does.
        Assert.InRange(decodes, 2, 34);
    }

    [Fact]
    public void It_is_in_the_state_and_gone_with_one_that_has_none()
    {
        using SongPlayer player = Player();
        byte[] without = new PluginCore(_models.List()).SaveState(programOnly: false);
        player.Core.Parameters.Set(ParameterTable.Path, PathMode.ByHand);
        player.Core.Parameters.Set(ParameterTable.PathPosition, 1);
        player.Play(1);
        byte[] state = player.Core.SaveState(programOnly: false);
        using SongPlayer other = new(_models.List());
        Assert.True(other.Core.TryLoadState(state));
        Assert.Equal(3, other.Core.Path.Count);
        for (int number = 0; number < Points.Length; number++)
        {
            Knobs point = other.Core.Path[number];
            Assert.True(((ReadOnlySpan<float>)point).SequenceEqual(Points[number]));
        }

        Assert.True(other.Plays(Snare));
        Assert.Equal(state, other.Core.SaveState(programOnly: false));
        Assert.True(other.Core.TryLoadState(without));
        Assert.Empty(other.Core.Path);
    }

    [Fact]
    public void Without_its_model_a_song_opens_with_the_pattern_of_its_place()
    {
        using SongPlayer player = Player();
        player.Core.Parameters.Set(ParameterTable.Path, PathMode.ByHand);
        player.Core.Parameters.Set(ParameterTable.PathPosition, 1);
        player.Play(1);
        byte[] state = player.Core.SaveState(programOnly: false);
        using TestModels none = new();
        using SongPlayer other = new(none.List());
        Assert.True(other.Core.TryLoadState(state));
        Assert.True(other.Plays(Snare));
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "the path has 1 points; it must have 2 to 64.")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0 }, "the chunk ends within a point of the path.")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 64 }, "a point of the path is not within 0 to 1.")]
    public void A_damaged_path_is_refused_and_changes_nothing(byte[] section, string why)
    {
        using SongPlayer player = Player();
        byte[] state = new PluginCore(_models.List()).SaveState(programOnly: false);
        Assert.False(player.Core.TryLoadState(WithSection(state, section)));
        Assert.Contains(why, player.Core.Status, StringComparison.Ordinal);
        Assert.Equal(3, player.Core.Path.Count);
    }

    [Fact]
    public void Paths_of_other_lengths_or_knobs_are_refused()
    {
        using SongPlayer player = Player();
        Assert.Throws<ArgumentException>(() => player.Core.SetPath([default]));
        Assert.Throws<ArgumentException>(() => player.Core.SetPath(new Knobs[65]));
        Assert.Throws<ArgumentException>(() => player.Core.SetPath([default, new Knobs(2, 0, 0, 0)]));
        Assert.Equal(3, player.Core.Path.Count);
    }

    [Fact]
    public void Another_path_can_be_undone_and_redone()
    {
        using SongPlayer player = Player();
        player.Core.SetPath([]);
        Assert.True(player.Core.Undo());
        Assert.Equal(3, player.Core.Path.Count);
        Assert.True(player.Core.Undo());
        Assert.Empty(player.Core.Path);
        Assert.True(player.Core.Redo());
        Assert.True(player.Core.Redo());
        Assert.Empty(player.Core.Path);
        Assert.Equal(0, player.Core.RedoCount);
    }

    // Appends a section to a state and corrects the header's length.
    private static byte[] WithSection(byte[] state, byte[] section)
    {
        using ChunkWriter writer = new();
        writer.Write(state);
        writer.WriteSection("PATH", section);
        byte[] longer = writer.ToArray();
        BitConverter.TryWriteBytes(longer.AsSpan(8), longer.Length - 12);
        return longer;
    }

    private (double, byte, byte)[] Render(int block, out long decodes)
    {
        using SongPlayer player = new(_models.List()) { Block = block };
        player.Core.SetPath(Points);
        player.Core.Parameters.Set(ParameterTable.Path, PathMode.Plays);
        player.Core.Parameters.Set(ParameterTable.PathBars, 2);
        decodes = player.Core.DecodeCount;
        player.Play(8);
        decodes = player.Core.DecodeCount - decodes;
        return [.. player.Notes.Select(note => (Math.Round(note.Ppq, 6), note.Note, note.Velocity))];
    }

    private SongPlayer Player()
    {
        SongPlayer player = new(_models.List());
        player.Core.SetPath(Points);
        player.Play(1);
        return player;
    }
}
