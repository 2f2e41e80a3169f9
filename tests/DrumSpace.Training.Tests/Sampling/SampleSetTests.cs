using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Sampling;

namespace DrumSpace.Training.Tests;

public sealed class SampleSetTests
{
    private static readonly HashSet<Pattern> Nothing = [];

    // All 32 masks differ: an entropy of ln 32.
    private static readonly Pattern Dense = new([.. Enumerable.Range(1, Pattern.StepCount).Select(step => (ushort)step)]);

    [Fact]
    public void Known_patterns_are_filtered_but_stay_in_the_raw_samples()
    {
        HashSet<Pattern> known = [Dense];
        SampleSet samples = SampleSet.Draw(new ThresholdCoder(Dense), LatentPrior.StandardNormal, 1, 100, untilKept: false, known);
        Assert.Equal(100, samples.Raw.Count);
        Assert.Empty(samples.Filtered);
    }

    [Fact]
    public void The_filtered_samples_are_the_raw_ones_that_pass()
    {
        SampleSet samples = SampleSet.Draw(new ThresholdCoder(Dense), LatentPrior.StandardNormal, 1, 100, untilKept: false, Nothing);
        IEnumerable<PatternLine> passing = samples.Raw.Where(line => line.Latent!.Value[0] > 0);
        Assert.Equal(passing.Select(line => $"{line}"), samples.Filtered.Select(line => $"{line}"));
        Assert.InRange(samples.Filtered.Count, 30, 70);
    }

    [Fact]
    public void Progress_counts_to_the_count()
    {
        int last = 0;
        ThresholdCoder model = new(Dense);
        SampleSet.Draw(model, LatentPrior.StandardNormal, 1, 25, untilKept: true, Nothing, progress: done => last = done);
        Assert.Equal(25, last);
    }

    [Fact]
    public void A_model_that_decodes_to_silence_is_an_error()
    {
        TrainingException error = Assert.Throws<TrainingException>(
            () => SampleSet.Draw(new ThresholdCoder(default), LatentPrior.StandardNormal, 1, 5, untilKept: true, Nothing));
        Assert.Contains("0 passed the filter", error.Message);
    }

    [Fact]
    public void Each_sample_has_its_own_variation_seed()
    {
        ThresholdCoder model = new(Dense);
        SampleSet.Draw(model, LatentPrior.StandardNormal, 1, 20, untilKept: false, Nothing, variation: 0.5);
        Assert.Equal(Enumerable.Range(0, 20).Select(seed => new PatternVariation(0.5, seed)), model.Varied);
    }

    /// <summary>Decodes to one pattern where the first coordinate is above 0, and to silence elsewhere.</summary>
    private sealed class ThresholdCoder(Pattern pattern) : IPatternCoder
    {
        public List<PatternVariation> Varied { get; } = [];

        public Latent Encode(in Pattern pattern) => default;

        public Pattern Decode(in Latent latent, PatternVariation variation = default)
        {
            Varied.Add(variation);
            return latent[0] > 0 ? pattern : default;
        }
    }
}
