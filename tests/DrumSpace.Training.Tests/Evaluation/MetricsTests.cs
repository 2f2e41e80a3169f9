using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

/// <summary>Every metric of pattern sets against an independent implementation in numpy (golden.py).</summary>
public sealed class MetricsTests
{
    public static TheoryData<string> Cases => GoldenCase.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Precision_and_recall_are_those_of_the_definition(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        (double precision, double recall) = PrecisionRecall.Compare(golden.RealPatterns(), golden.SamplePatterns());
        Assert.Equal(golden.Precision, precision, 12);
        Assert.Equal(golden.Recall, recall, 12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_two_sample_test_is_that_of_the_definition(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        Assert.Equal(golden.TwoSample, TwoSampleTest.Accuracy(golden.RealPatterns(), golden.SamplePatterns()), 12);
    }

    [Fact]
    public void Copies_of_real_patterns_are_told_apart_less_often_than_by_chance()
    {
        Pattern[] patterns = RandomPatterns.Make(40, seed: 3);
        Assert.Equal(0, TwoSampleTest.Measure(patterns, patterns));
        Assert.Null(TwoSampleTest.Measure(patterns, []));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Radii_are_the_distances_to_the_third_nearest_neighbour(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        Assert.Equal(golden.Radii, HammingNeighbours.Radii(golden.SamplePatterns(), PrecisionRecall.Neighbour));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Coverage_counts_held_out_patterns_with_a_near_sample(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        Coverage coverage = Coverage.Measure(golden.RealPatterns(), golden.SamplePatterns());
        Assert.Equal(golden.Within, new[] { coverage.Within1, coverage.Within2, coverage.Within4 });
        Assert.Equal(golden.MedianDistance, coverage.MedianDistance);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_filter_counts_passing_duplicate_and_known_patterns(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        FilterPass pass = FilterPass.Measure(golden.SamplePatterns(), golden.RealPatterns().ToHashSet());
        Assert.Equal(golden.Samples.Length, pass.Samples);
        Assert.Equal(golden.Filter["passed"], pass.Passed, 12);
        Assert.Equal(golden.Filter["passedNovel"], pass.PassedNovel!.Value, 12);
        Assert.Equal(golden.Filter["unique"], pass.Unique, 12);
        Assert.Equal(golden.Filter["passedUnique"], pass.PassedUnique, 12);
        Assert.Equal(golden.Filter["novel"], pass.Novel!.Value, 12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Voices_share_the_hits(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        VoiceShares voices = VoiceShares.Measure(golden.SamplePatterns());
        Assert.All(golden.Shares.Zip(voices.Shares), pair => Assert.Equal(pair.First, pair.Second, 12));
        Assert.Equal(golden.HitsPerPattern, voices.HitsPerPattern, 12);
        Assert.Equal(golden.Variation, voices.VariationFrom(VoiceShares.Measure(golden.RealPatterns())), 12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reconstruction_counts_cells_hits_and_whole_patterns(string name)
    {
        GoldenCase golden = GoldenCase.Get(name);
        int size = Math.Min(golden.Real.Length, golden.Samples.Length);
        Reconstruction measured = Reconstruction.Compare(golden.RealPatterns().AsSpan(0, size), golden.SamplePatterns().AsSpan(0, size));
        Assert.Equal(golden.Reconstruction["bitAccuracy"], measured.BitAccuracy, 12);
        Assert.Equal(golden.Reconstruction["f1"], measured.F1, 12);
        Assert.Equal(golden.Reconstruction["exact"], measured.Exact, 12);
    }

    [Fact]
    public void The_recall_of_a_set_by_itself_is_1()
    {
        Pattern[] patterns = GoldenCase.Get("as many samples").RealPatterns();
        Assert.Equal(new PrecisionRecall(1, 1, patterns.Length), PrecisionRecall.Measure(patterns, patterns));
        Assert.Equal(new Coverage(1, 1, 1, 0), Coverage.Measure(patterns, patterns));
    }

    [Fact]
    public void Sets_of_different_size_are_compared_in_parts_of_one_size()
    {
        GoldenCase golden = GoldenCase.Get("with copies");
        Pattern[] real = golden.RealPatterns()[..10];
        PrecisionRecall measured = PrecisionRecall.Measure(real, golden.SamplePatterns(), seed: 4)!;
        Assert.Equal(10, measured.SetSize);
        Assert.Equal(measured, PrecisionRecall.Measure(real, golden.SamplePatterns(), seed: 4));

        // All 50 samples are measured, in five parts, against the same ten real patterns, as in the precision of all at once.
        Assert.Equal(PrecisionRecall.Compare(real, golden.SamplePatterns()).Precision, measured.Precision, 12);
    }
}
