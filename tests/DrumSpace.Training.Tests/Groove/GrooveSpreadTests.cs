using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Groove;

namespace DrumSpace.Training.Tests.Groove;

/// <summary>Whether takes vary as drummers do.</summary>
public class GrooveSpreadTests
{
    // numpy.interp over scipy.stats.norm.ppf of the levels; beyond the outer two the outer slopes.
    private static readonly float[] Quantiles = [0.1f, 0.2f, 0.3f, 0.5f, 0.6f, 0.8f, 0.9f];

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.574130)]
    [InlineData(-1, 0.246379)]
    [InlineData(1.5, 0.836454)]
    [InlineData(2.5, 1.003332)]
    [InlineData(-2.5, -0.003332)]
    public void Quantiles_are_linear_in_the_normal_score(float score, double value) =>
        Assert.Equal(value, GrooveQuantiles.At(Quantiles, score), 1e-5);

    [Fact]
    public void The_score_of_a_quantile_is_its_own()
    {
        foreach (float score in new[] { -1.5f, -0.2f, 0, 0.9f, 1.8f })
        {
            Assert.Equal(score, GrooveQuantiles.ScoreOf(Quantiles, GrooveQuantiles.At(Quantiles, score)), 1e-5f);
        }

        Assert.Equal(GrooveQuantiles.Scores[0], GrooveQuantiles.ScoreOf(Quantiles, 0));
        Assert.Equal(GrooveQuantiles.Scores[^1], GrooveQuantiles.ScoreOf(Quantiles, 1));
    }

    [Fact]
    public void The_shares_of_a_take_are_found_again()
    {
        TakeShares shares = new(0.2, 0.15, 0.25);
        float[] numbers = new float[GrooveModel.TakeWidth / 2];
        IEnumerable<IReadOnlyList<(int, float)>> takes = Enumerable.Range(1, 600).Select(seed =>
        {
            new GrooveTake(1, seed).Write(numbers);
            float[] scores = shares.Scores(numbers);
            return (IReadOnlyList<(int, float)>)[.. Enumerable.Range(0, Pattern.CellCount).Where(cell => cell % 5 == 0 || cell % 7 == 0)
                .Select(cell => (cell, scores[cell]))];
        });
        TakeShares found = TakeShares.Estimate(takes);
        Assert.Equal(shares.Take, found.Take, 0.03);
        Assert.Equal(shares.Voice, found.Voice, 0.03);
        Assert.Equal(shares.Place, found.Place, 0.03);
    }

    [Fact]
    public void Distance_and_deviation_are_those_of_SciPy()
    {
        // scipy.stats.wasserstein_distance and numpy.std(ddof=1) of (0.2, 0.4, 0.9) and (0.1, 0.5, 0.6).
        float[] made = [0.2f, 0.4f, 0.9f], played = [0.1f, 0.5f, 0.6f];
        float[] velocities = new float[Pattern.CellCount];
        for (int step = 0; step < made.Length; step++)
        {
            velocities[step * Pattern.VoiceCount] = made[step];
        }

        PlayedPattern window = new(default, [.. played.Select((velocity, step) => new PlayedHit(step * Pattern.VoiceCount, velocity, 0))]);
        GrooveSpread spread = GrooveSpread.Measure([window], [(velocities, new float[Pattern.CellCount])]);
        Assert.Equal(1.362770, spread.VelocityDeviation, 1e-5);
        Assert.Equal(0.166667, spread.VelocityDistance, 1e-5);
    }

    [Fact]
    public void The_shipped_groove_varies_as_drummers_do()
    {
        string? groove = Repository.Data("groove");
        Assert.SkipWhen(groove is null, "../shared/data is not there");
        IReadOnlyList<PlayedPattern> windows = GrooveData.Read(groove!).HeldOut;
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
        using var model = new GrooveModel(bundle);
        IEnumerable<(float[] Velocities, float[] Offsets)> Play(double looseness) => windows.Select((window, index) =>
        {
            float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
            model.PredictAll(window.Pattern, velocities, offsets, window.Tempo, new GrooveTake(looseness, index + 1));
            return (velocities, offsets);
        });
        GrooveSpread median = GrooveSpread.Measure(windows, Play(0)), takes = GrooveSpread.Measure(windows, Play(1));
        Assert.InRange(takes.VelocityDeviation, 0.9, 1.1);
        Assert.True(takes.VelocityDistance <= median.VelocityDistance / 2, $"{takes} is not much nearer than {median}");
        Assert.InRange(takes.OffsetDeviation, 0.85, 1.15);
        Assert.True(takes.OffsetDistance < median.OffsetDistance, $"{takes} is not nearer than {median}");
    }
}
