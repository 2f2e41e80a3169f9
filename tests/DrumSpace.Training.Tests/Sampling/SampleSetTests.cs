using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Sampling;

namespace DrumSpace.Training.Tests;

public sealed class SampleSetTests
{
    private static readonly HashSet<Pattern> Nothing = [];

    // Every step another mask: an entropy of ln 32.
    private static readonly Pattern Lively = new([.. Enumerable.Range(1, Pattern.StepCount).Select(step => (ushort)step)]);

    [Fact]
    public void Known_patterns_are_filtered_away_but_stay_among_the_raw()
    {
        HashSet<Pattern> known = [Lively];
        SampleSet samples = SampleSet.Draw(new Sign(Lively), LatentPrior.StandardNormal, 1, 100, untilKept: false, known);
        Assert.Equal(100, samples.Raw.Count);
        Assert.Empty(samples.Filtered);
    }

    [Fact]
    public void The_filtered_are_the_raw_that_pass()
    {
        SampleSet samples = SampleSet.Draw(new Sign(Lively), LatentPrior.StandardNormal, 1, 100, untilKept: false, Nothing);
        IEnumerable<PatternLine> passing = samples.Raw.Where(line => line.Latent!.Value[0] > 0);
        Assert.Equal(passing.Select(line => $"{line}"), samples.Filtered.Select(line => $"{line}"));
        Assert.InRange(samples.Filtered.Count, 30, 70);
    }

    [Fact]
    public void Progress_counts_to_the_end()
    {
        int last = 0;
        SampleSet.Draw(new Sign(Lively), LatentPrior.StandardNormal, 1, 25, untilKept: true, Nothing, progress: done => last = done);
        Assert.Equal(25, last);
    }

    [Fact]
    public void A_model_of_silence_is_given_up()
    {
        TrainingException error = Assert.Throws<TrainingException>(
            () => SampleSet.Draw(new Sign(default), LatentPrior.StandardNormal, 1, 5, untilKept: true, Nothing));
        Assert.Contains("0 passed the filter", error.Message);
    }

    [Fact]
    public void Each_beat_is_varied_by_a_seed_of_its_own()
    {
        Sign model = new(Lively);
        SampleSet.Draw(model, LatentPrior.StandardNormal, 1, 20, untilKept: false, Nothing, variation: 0.5);
        Assert.Equal(Enumerable.Range(0, 20).Select(seed => new PatternVariation(0.5, seed)), model.Varied);
    }

    /// <summary>A model that knows one beat, where the first coordinate is above 0, and silence.</summary>
    private sealed class Sign(Pattern beat) : IBeatCoder
    {
        public List<PatternVariation> Varied { get; } = [];

        public Latent Encode(in Pattern pattern) => default;

        public Pattern Decode(in Latent latent, PatternVariation variation = default)
        {
            Varied.Add(variation);
            return latent[0] > 0 ? beat : default;
        }
    }
}
