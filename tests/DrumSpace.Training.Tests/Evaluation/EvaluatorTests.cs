using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

public sealed class EvaluatorTests
{
    private static readonly Pattern[] Training = RandomPatterns.Make(60, seed: 1);
    private static readonly Pattern[] HeldOut = RandomPatterns.Make(30, seed: 2);

    [Fact]
    public void A_model_that_only_says_its_training_set_is_not_novel()
    {
        BeatEvaluation measured = new Evaluator(Training, HeldOut, 7).Evaluate("parrot", new Parrot(), LatentPrior.StandardNormal, 500);
        Assert.Equal(500, measured.Filter.Samples);
        Assert.Equal(0, measured.Filter.Novel);
        Assert.Equal(0, measured.Filter.PassedNovel);
        Assert.InRange(measured.Filter.Unique, 2.0 / 500, (double)Training.Length / 500);
        Assert.Equal(HeldOut.Length, measured.Reconstruction!.Patterns);
        Assert.Equal(0, measured.Reconstruction.Exact);
        Assert.Equal(1, measured.Interpolation!.Passed);
    }

    [Fact]
    public void Equal_seeds_measure_equal_figures()
    {
        FilterPass Measure(ulong seed) =>
            new Evaluator(Training, HeldOut, seed).Evaluate("parrot", new Parrot(), LatentPrior.StandardNormal, 200).Filter;
        Assert.Equal(Measure(7), Measure(7));
        Assert.NotEqual(Measure(7).Unique, Measure(8).Unique);
    }

    [Fact]
    public void Each_sample_is_varied_by_a_seed_of_its_own_and_each_line_by_one()
    {
        Parrot parrot = new();
        new Evaluator(Training, HeldOut, 7).Evaluate("parrot", parrot, LatentPrior.StandardNormal, 50, variation: 0.25);
        PatternVariation[] samples = [.. parrot.Varied.Take(50)], again = [.. parrot.Varied.Skip(50).Take(HeldOut.Length)];
        PatternVariation[] seeded = [.. parrot.Varied.Skip(50 + HeldOut.Length).Take(100 * HeldOut.Length)];
        Assert.Equal(Enumerable.Range(0, 50).Select(seed => new PatternVariation(0.25, seed)), samples);
        Assert.All(again, variation => Assert.Equal(default, variation));
        Assert.All(seeded.Chunk(100), tried => Assert.Equal(Enumerable.Range(0, 100).Select(seed => new PatternVariation(0.25, seed)), tried));
        Assert.Equal(500, parrot.Varied.Skip(50 + 101 * HeldOut.Length).GroupBy(variation => variation).Count(line => line.Count() == Interpolation.StepsPerLine + 1));
    }

    [Fact]
    public void A_model_without_a_prior_is_drawn_from_where_the_training_set_lies()
    {
        // The parrot encodes pattern i of the training set as i on the first axis: mean 29.5, deviation 17.3.
        Parrot parrot = new();
        new Evaluator(Training, [], 7).Evaluate("parrot", parrot, null, 2000);
        Assert.Equal(29.5, parrot.Asked.Average(), 1.5);
        Assert.Equal(17.3, Math.Sqrt(parrot.Asked.Average(z => (z - 29.5) * (z - 29.5))), 1.5);
    }

    [Fact]
    public void A_model_without_a_prior_needs_data()
    {
        var error = Assert.Throws<TrainingException>(() => new Evaluator([], [], 7).Evaluate("parrot", new Parrot(), null, 10));
        Assert.StartsWith("parrot: ", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Has the training set along its first axis.</summary>
    private sealed class Parrot : IBeatCoder
    {
        public List<double> Asked { get; } = [];

        public List<PatternVariation> Varied { get; } = [];

        public Latent Encode(in Pattern pattern)
        {
            int index = Array.IndexOf(Training, pattern);
            return new Latent(Math.Max(0, index), index % 2, index % 3, index % 5);
        }

        public Pattern Decode(in Latent latent, PatternVariation variation = default)
        {
            Asked.Add(latent[0]);
            Varied.Add(variation);
            return Training[Math.Clamp((int)latent[0], 0, Training.Length - 1)];
        }
    }
}
