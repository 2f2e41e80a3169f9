using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

public sealed class PatternTraitTests
{
    // Sums computed by hand from the weights of Longuet-Higgins and Lee 1984: bar 0, half -1, quarters -2, eighths -3, sixteenths -4.
    [Theory]
    [InlineData(new[] { 0, 4, 8, 12, 16, 20, 24, 28 }, 0)] // On every beat.
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 16, 30 }, 0)] // The upbeat leads to a hit on the bar.
    [InlineData(new[] { 0, 6 }, 3)] // An eighth before the half, held over the next bar line: 0 - (-3).
    [InlineData(new[] { 0, 6, 10, 16 }, 2 + 1)] // 6 is held over the half (-1 + 3), 10 over a quarter (-2 + 3).
    [InlineData(new[] { 15 }, 4)] // A sixteenth held over the bar line.
    public void Syncopation_counts_hits_that_are_held_over_stronger_positions(int[] steps, double expected) =>
        Assert.Equal(expected, Syncopation.Of(Kicks(steps)));

    [Fact]
    public void Hats_are_not_syncopated()
    {
        var masks = new ushort[Pattern.StepCount];
        masks[3] = 1 << (int)Voice.ClosedHiHat;
        Assert.Equal(0, Syncopation.Of(new Pattern(masks)));
    }

    [Fact]
    public void Traits_count_the_hits_of_their_voices()
    {
        var masks = new ushort[Pattern.StepCount];
        masks[0] = (1 << (int)Voice.BassDrum) | (1 << (int)Voice.ClosedHiHat);
        masks[2] = 1 << (int)Voice.OpenHiHat;
        masks[8] = (1 << (int)Voice.BassDrum) | (1 << (int)Voice.Snare) | (1 << (int)Voice.Ride);
        Assert.Equal([6, 2, 2, 1], PatternTrait.All.Select(trait => trait.Measure(new Pattern(masks))));
    }

    [Fact]
    public void Correlations_are_those_of_Pearson()
    {
        // 1, 2 and 4 hits against 2, 1 and 5: sums of products 48/9, 42/9 and 78/9 about the means.
        Pattern[] patterns = [Kicks([0]), Kicks([0, 4]), Kicks([0, 4, 8, 12])];
        double[] places = [2, 1, 5];
        Assert.Equal(48 / Math.Sqrt(42 * 78), PatternTrait.All[0].CorrelationWith(patterns, i => places[i]), 1e-12);
        Assert.Equal(0, PatternTrait.All[0].CorrelationWith(patterns, _ => 3));
    }

    private static Pattern Kicks(int[] steps)
    {
        var masks = new ushort[Pattern.StepCount];
        foreach (int step in steps)
        {
            masks[step] = 1 << (int)Voice.BassDrum;
        }

        return new Pattern(masks);
    }
}
