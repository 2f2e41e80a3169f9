using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

public sealed class EvaluatorTests
{
    private static readonly Pattern[] Training = RandomPatterns.Make(60, seed: 1);
    private static readonly Pattern[] HeldOut = RandomPatterns.Make(30, seed: 2);

    [Fact]
    public void A_model_that_only_decodes_to_its_training_set_is_not_novel()
    {
        PatternEvaluation measured =
            new Evaluator(Training, HeldOut, 7).Evaluate("memorised", new MemorisingCoder(), LatentPrior.StandardNormal, 500, 0)[0];
        Assert.Equal(500, measured.Filter.Samples);
        Assert.Equal(0, measured.Filter.Novel);
        Assert.Equal(0, measured.Filter.PassedNovel);
        Assert.InRange(measured.Filter.Unique, 2.0 / 500, (double)Training.Length / 500);
        Assert.Equal(HeldOut.Length, measured.Reconstruction!.Patterns);
        Assert.Equal(0, measured.Reconstruction.Exact);
        Assert.Equal(1, measured.Interpolation!.Passed);
    }

    [Fact]
    public void Equal_seeds_give_equal_measures()
    {
        FilterPass Measure(ulong seed) =>
            new Evaluator(Training, HeldOut, seed).Evaluate("memorised", new MemorisingCoder(), LatentPrior.StandardNormal, 200, 0)[0].Filter;
        Assert.Equal(Measure(7), Measure(7));
        Assert.NotEqual(Measure(7).Unique, Measure(8).Unique);
    }

    [Fact]
    public void Each_sample_has_its_own_variation_seed_and_each_line_has_one()
    {
        MemorisingCoder coder = new();
        new Evaluator(Training, HeldOut, 7).Evaluate("memorised", coder, LatentPrior.StandardNormal, 50, 0.25);
        PatternVariation[] reconstructed = [.. coder.Varied.Take(2 * HeldOut.Length)];
        PatternVariation[] samples = [.. coder.Varied.Skip(reconstructed.Length).Take(50)];
        PatternVariation[] seeded = [.. coder.Varied.Skip(reconstructed.Length + 50).Take(100 * HeldOut.Length)];
        Assert.Equal(Enumerable.Range(0, 50).Select(seed => new PatternVariation(0.25, seed)), samples);
        Assert.All(reconstructed, variation => Assert.Equal(default, variation));
        IEnumerable<PatternVariation> hundred = Enumerable.Range(0, 100).Select(seed => new PatternVariation(0.25, seed));
        Assert.All(seeded.Chunk(100), tried => Assert.Equal(hundred, tried));
        IEnumerable<int> lines = coder.Varied.Skip(50 + 102 * HeldOut.Length).GroupBy(variation => variation).Select(line => line.Count());
        Assert.Equal(500, lines.Count(points => points == Interpolation.StepsPerLine + 1));
    }

    [Fact]
    public void Each_amount_of_variation_has_a_column_of_its_own()
    {
        IReadOnlyList<PatternEvaluation> columns =
            new Evaluator(Training, HeldOut, 7).Evaluate("memorised", new MemorisingCoder(), LatentPrior.StandardNormal, 50, 0, 0.5);
        Assert.Equal(["memorised", "memorised, variation 0.5"], columns.Select(column => column.Name));
        Assert.Equal([false, true], columns.Select(column => column.SeededReconstruction is not null));
    }

    [Fact]
    public void A_model_without_a_prior_is_sampled_from_the_distribution_of_the_training_set()
    {
        // Pattern i of the training set is encoded as i on the first axis: mean 29.5, deviation 17.3.
        MemorisingCoder coder = new();
        new Evaluator(Training, [], 7).Evaluate("memorised", coder, null, 2000, 0);
        Assert.Equal(29.5, coder.Decoded.Average(), 1.5);
        Assert.Equal(17.3, Math.Sqrt(coder.Decoded.Average(z => (z - 29.5) * (z - 29.5))), 1.5);
    }

    [Fact]
    public void A_model_without_a_prior_needs_data()
    {
        var error = Assert.Throws<TrainingException>(() => new Evaluator([], [], 7).Evaluate("memorised", new MemorisingCoder(), null, 10, 0));
        Assert.StartsWith("memorised: ", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Decodes to patterns of the training set, in order along the first axis.</summary>
    private sealed class MemorisingCoder : IPatternCoder
    {
        public List<double> Decoded { get; } = [];

        public List<PatternVariation> Varied { get; } = [];

        public Latent Encode(in Pattern pattern)
        {
            int index = Array.IndexOf(Training, pattern);
            return new Latent(Math.Max(0, index), index % 2, index % 3, index % 5);
        }

        public Pattern Decode(in Latent latent, PatternVariation variation = default)
        {
            Decoded.Add(latent[0]);
            Varied.Add(variation);
            return Training[Math.Clamp((int)latent[0], 0, Training.Length - 1)];
        }
    }
}
