using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Evaluation;

/// <summary>How well a model says patterns again after squeezing them through the latent space.</summary>
/// <param name="Patterns">The number of patterns.</param>
/// <param name="BitAccuracy">The share of cells, hit or not, that come back right; 0 to 1. High for any model, because most cells are empty.</param>
/// <param name="F1">The harmonic mean of precision and recall over all hits; 0 to 1.</param>
/// <param name="Exact">The share of patterns that come back whole; 0 to 1.</param>
public sealed record Reconstruction(int Patterns, double BitAccuracy, double F1, double Exact)
{
    /// <summary>Encodes and decodes patterns and counts what came back.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="thresholds">14 numbers: a cell is a hit when its probability reaches its voice's threshold.</param>
    public static Reconstruction Measure(BeatModel model, ReadOnlySpan<Pattern> patterns, IReadOnlyList<float> thresholds) =>
        Measure(model, patterns, model.Encode(patterns), thresholds);

    /// <summary>Decodes the latents that stand for patterns and counts what came back.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="latents">The latent of each.</param>
    /// <param name="thresholds">14 numbers: a cell is a hit when its probability reaches its voice's threshold.</param>
    public static Reconstruction Measure(
        BeatModel model, ReadOnlySpan<Pattern> patterns, ReadOnlySpan<Latent> latents, IReadOnlyList<float> thresholds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        float[] probabilities = model.Decode(latents);
        var again = new Pattern[patterns.Length];
        float[] limits = [.. thresholds];
        for (int i = 0; i < again.Length; i++)
        {
            again[i] = PatternCells.AtThresholds(probabilities.AsSpan(i * Pattern.CellCount, Pattern.CellCount), limits);
        }

        return Compare(patterns, again);
    }

    /// <summary>Counts what came back.</summary>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="again">What a model made of each.</param>
    public static Reconstruction Compare(ReadOnlySpan<Pattern> patterns, ReadOnlySpan<Pattern> again)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(again.Length, patterns.Length);
        long right = 0, hits = 0, said = 0, found = 0, exact = 0;
        for (int i = 0; i < patterns.Length; i++)
        {
            int distance = again[i].DistanceTo(patterns[i]);
            right += Pattern.CellCount - distance;
            hits += patterns[i].HitCount;
            said += again[i].HitCount;
            found += (patterns[i].HitCount + again[i].HitCount - distance) / 2;
            exact += distance == 0 ? 1 : 0;
        }

        double total = patterns.Length;
        return new(patterns.Length, right / (total * Pattern.CellCount), hits + said == 0 ? 1 : 2.0 * found / (hits + said), exact / total);
    }
}
