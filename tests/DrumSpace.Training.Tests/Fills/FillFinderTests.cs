using DrumSpace.Music;
using DrumSpace.Training.Fills;

namespace DrumSpace.Training.Tests.Fills;

/// <summary>Bars as they are played, told by the steps of kick, snare and tom.</summary>
public class FillFinderTests
{
    private static readonly ushort[] Beat = Bar(kicks: [0, 8], snares: [4, 12]);
    private static readonly ushort[] TomFill = Bar(kicks: [0], snares: [4, 8, 9], toms: [10, 11, 12, 14]);
    private static readonly ushort[] Roll = Bar(kicks: [0], snares: [4, 8, 10, 12, 14]);
    private static readonly ushort[] Crashed = Bar(kicks: [0, 8], snares: [4, 12], crashes: [0]);

    [Fact]
    public void A_bar_with_toms_before_the_beat_comes_back_is_a_fill_of_the_bars_before()
    {
        ushort[] other = Bar(kicks: [0, 6, 8], snares: [4, 12]);
        FillExample fill = Assert.Single(FillFinder.Find(Windows(Beat, other, TomFill, Beat)));
        Assert.Equal(new Pattern([.. other, .. Beat]), fill.Pattern);
        Assert.Equal(new Pattern([.. other, .. TomFill]), fill.Filled);
        Assert.False(fill.IsRecorded);
    }

    [Fact]
    public void So_is_more_snare_in_the_second_half()
    {
        Assert.Single(FillFinder.Find(Windows(Beat, Beat, Roll, Beat)));
        Assert.Empty(FillFinder.Find(Windows(Beat, Beat, Bar(kicks: [0], snares: [0, 1, 2, 4, 12]), Beat)));
    }

    [Fact]
    public void A_bar_that_goes_on_is_none_unless_a_crash_follows()
    {
        Assert.Empty(FillFinder.Find(Windows(Beat, Beat, TomFill, TomFill)));
        ushort[] crashed = [.. TomFill];
        crashed[0] |= 1 << (int)Voice.Crash;
        Assert.Single(FillFinder.Find(Windows(Beat, Beat, TomFill, crashed)));
        Assert.Single(FillFinder.Find(Windows(Beat, Beat, TomFill, Crashed)));
    }

    [Fact]
    public void Bars_that_differ_before_it_or_silence_after_it_tell_nothing()
    {
        Assert.Empty(FillFinder.Find(Windows(Bar(kicks: [2, 3, 5], snares: [7]), Beat, TomFill, Beat)));
        Assert.Empty(FillFinder.Find(Windows(Beat, Beat, TomFill, new ushort[16])));
        Assert.Empty(FillFinder.Find(Windows(Beat, Beat, Beat, Beat)));
    }

    private static ushort[] Bar(int[] kicks, int[] snares, int[]? toms = null, int[]? crashes = null)
    {
        var bar = new ushort[16];
        foreach ((Voice voice, int[]? steps) in new[]
            { (Voice.BassDrum, kicks), (Voice.Snare, snares), (Voice.HiMidTom, toms), (Voice.Crash, crashes) })
        {
            Array.ForEach(steps ?? [], step => bar[step] |= (ushort)(1 << (int)voice));
        }

        return bar;
    }

    private static Pattern[] Windows(params ushort[][] bars) =>
        [.. bars.Zip(bars.Skip(1), (first, second) => new Pattern([.. first, .. second]))];
}
