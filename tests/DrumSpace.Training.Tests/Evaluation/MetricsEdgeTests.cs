using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

/// <summary>Metrics of no pattern, of one, and of many copies of one.</summary>
public sealed class MetricsEdgeTests
{
    private static readonly Pattern[] Real = RandomPatterns.Make(20, seed: 5);
    private static readonly HashSet<Pattern> Unknown = [];

    [Fact]
    public void No_sample_covers_nothing_and_has_no_precision()
    {
        Assert.Equal(new Coverage(0, 0, 0, Pattern.CellCount + 1), Coverage.Measure(Real, []));
        Assert.Null(PrecisionRecall.Measure(Real, []));
        Assert.Null(PrecisionRecall.Measure([], Real));
    }

    [Fact]
    public void No_sample_has_no_shares()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FilterPass.Measure([], Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => VoiceShares.Measure([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.Of([], 0, 1, 3));
    }

    [Fact]
    public void Three_samples_have_no_third_neighbour_but_four_have()
    {
        Assert.Null(PrecisionRecall.Measure(Real, Real.AsSpan(0, 3)));
        Assert.Equal(4, PrecisionRecall.Measure(Real, Real.AsSpan(0, 4))!.SetSize);
        Assert.Throws<ArgumentException>(() => HammingNeighbours.Radii(Real[..3], 3));
    }

    [Fact]
    public void One_sample_is_unique_and_covers_itself()
    {
        FilterPass pass = FilterPass.Measure([Real[0]], new HashSet<Pattern> { Real[0] });
        Assert.Equal(new FilterPass(1, 1, 0, 1, 1, 0), pass);
        Assert.Equal(1.0 / Real.Length, Coverage.Measure(Real, [Real[0]]).Within1);
    }

    [Fact]
    public void Copies_of_one_real_pattern_are_precise_and_recall_that_pattern_alone()
    {
        Pattern[] copies = [.. Enumerable.Repeat(Real[0], Real.Length)];
        PrecisionRecall measured = PrecisionRecall.Measure(Real, copies)!;
        Assert.Equal(1, measured.Precision);
        Assert.Equal(1.0 / Real.Length, measured.Recall);
        Assert.Equal(1.0 / Real.Length, FilterPass.Measure(copies, Unknown).Unique);
        Assert.All(HammingNeighbours.Radii(copies, 3), radius => Assert.Equal(0, radius));
    }

    [Fact]
    public void Without_a_training_set_novelty_is_not_measured()
    {
        FilterPass pass = FilterPass.Measure(Real, Unknown);
        Assert.Null(pass.Novel);
        Assert.Null(pass.PassedNovel);
    }

    [Fact]
    public void Empty_patterns_have_no_voices()
    {
        VoiceShares silent = VoiceShares.Measure([default]), real = VoiceShares.Measure(Real);
        Assert.Equal(0, silent.HitsPerPattern);
        Assert.All(silent.Shares, share => Assert.Equal(0, share));
        Assert.Equal(1, silent.VariationFrom(real));
        Assert.Equal(0, silent.VariationFrom(silent));
    }

    [Fact]
    public void Values_beyond_a_histogram_count_in_its_end_bins()
    {
        Assert.Equal([0.5, 0.25, 0.25], Histogram.Of([-9, 0.4, 1.5, 99], 0, 1, 3).Shares);
    }
}
