using DrumSpace.Music;
using DrumSpace.Plugin.State;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>The fills that a song keeps beside its patterns.</summary>
public sealed class SavedFillTests : IDisposable
{
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_section_is_the_bytes_that_its_layout_promises(bool hasGroove)
    {
        PlayablePattern pattern = new() { GrooveVoices = hasGroove ? 1 : 0 };
        pattern.Fill.Voices = 0x2001;
        (pattern.Fill.Probabilities[0], pattern.Fill.Probabilities[223]) = (1, 0.5f);
        (pattern.Fill.Velocities[1], pattern.Fill.Offsets[0], pattern.Fill.Offsets[223]) = (float.NaN, -0.5f, 0.5f);
        using ChunkWriter writer = new();
        FillsChunk.Write(writer, [new SlotPattern(0, new PlayablePattern()), new SlotPattern(3, pattern)]);
        byte[] groove =
            [.. new byte[448], 0, 0, .. Enumerable.Repeat<byte[]>([0xFF, 0x7F], 222).SelectMany(bytes => bytes), 0xFE, 0xFF];
        byte[] expected =
            [1, 3, 1, 0x20, 0xFF, 0xFF, .. new byte[444], 0, 0x80, (byte)(hasGroove ? 1 : 0), .. hasGroove ? groove : []];
        Assert.Equal(expected, writer.ToArray());

        ChunkReader reader = new(expected);
        (int slot, PatternFill fill) = Assert.Single(FillsChunk.Read(ref reader));
        reader.End("section FILL");
        Assert.Equal((3, 0x2001, 1f), (slot, fill.Voices, fill.Probabilities[0]));
        Assert.Equal(hasGroove ? 0.5f : 0, fill.Offsets[223]);
    }

    [Fact]
    public void A_state_brings_fills_back_and_one_without_them_has_none()
    {
        using CorePlayer player = new(_models.List());
        player.Play(isOffline: true);
        byte[] plain = player.Core.SaveState(programOnly: false);
        Assert.False(plain.AsSpan().IndexOf("FILL"u8) >= 0);
        PluginState state = StateChunk.Read(plain);
        PlayablePattern pattern = Assert.Single(state.Patterns).Pattern;
        Assert.Equal(0, pattern.Fill.Voices);

        pattern.Fill.Voices = Pattern.AllVoices;
        pattern.Fill.Probabilities[5] = 1;
        byte[] filled = StateChunk.Write(state);
        PatternFill again = Assert.Single(StateChunk.Read(filled).Patterns).Pattern.Fill;
        Assert.Equal((Pattern.AllVoices, 1f), (again.Voices, again.Probabilities[5]));
        Assert.Equal(filled, StateChunk.Write(StateChunk.Read(filled)));
    }

    [Fact]
    public void A_damaged_section_is_refused_with_its_place()
    {
        PlayablePattern pattern = new();
        pattern.Fill.Voices = 1;
        using ChunkWriter writer = new();
        FillsChunk.Write(writer, [new SlotPattern(0, pattern)]);
        byte[] bytes = writer.ToArray();
        bytes[3] = 0x40;
        StateFormatException e = Assert.Throws<StateFormatException>(() =>
        {
            ChunkReader reader = new(bytes, 100);
            FillsChunk.Read(ref reader);
        });
        Assert.EndsWith("a pattern's voices are 16385, more than 14 bits.", e.Message);
    }
}
