using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>Clips with swung 16ths are read on the swung grid where the swing is clear.</summary>
public class SwingTests
{
    private const int Pair = 240;

    [Theory]
    [InlineData(120, 0.5)]
    [InlineData(149, 0.62)]
    [InlineData(160, 0.667)]
    [InlineData(180, 0.75)]
    public void The_second_16ths_place_in_its_pair_is_the_swing(int ticks, double swing)
    {
        // Hi-hats on all 16ths; the second of each pair of 240 ticks comes at these ticks.
        ClipContent content = Read(Enumerable.Range(0, 32).Select(step => (step / 2 * Pair) + (step % 2 * ticks)));
        Assert.Equal(swing, content.Swing, 0.002);
        Assert.Equal(32, content.Pattern.HitCount);
        Assert.Equal(0, content.Tally.OffGrid);
    }

    [Fact]
    public void Played_swing_around_70_percent_falls_on_the_right_steps()
    {
        // 16 ticks are 0.067 of a pair: on the straight grid, from 180 ticks on (0.75) a note would fall on the next step.
        Random random = new(3);
        ClipContent content = Read(Enumerable.Range(0, 32).Select(
            step => (step / 2 * Pair) + (step % 2 * 172) + (step == 0 ? 0 : random.Next(-8, 13))));
        Assert.Equal(0.72, content.Swing, 0.03);
        Assert.Equal(32, content.Pattern.HitCount);
    }

    [Fact]
    public void Triplets_swung_8ths_and_straight_playing_are_not_swing()
    {
        // Triplets of 8ths, 160 ticks each.
        ClipContent triplets = Read(Enumerable.Range(0, 24).Select(i => i * 160));
        Assert.Equal((0.5, false), (triplets.Swing, triplets.IsSwung));
        Assert.Equal(16, triplets.Tally.OffGrid);

        // A shuffle: the second 8th at two thirds of the quarter.
        ClipContent shuffle = Read(Enumerable.Range(0, 16).Select(i => (i / 2 * 480) + (i % 2 * 320)));
        Assert.Equal(0.5, shuffle.Swing);
        Assert.Equal(8, shuffle.Tally.OffGrid);

        Random random = new(4);
        Assert.Equal(0.5, Read(Enumerable.Range(0, 32).Select(i => Math.Max(0, (i * 120) + random.Next(-10, 11)))).Swing);
    }

    private static ClipContent Read(IEnumerable<int> onsets)
    {
        TrackChunk track = new();
        foreach (int ticks in onsets)
        {
            track.AddNote(ticks, 10, MidiChannel.Drums, 42, 100);
        }

        string path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(path);
        try
        {
            return ClipReader.ReadContent(path, Kit.GeneralMidi);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
