using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Evaluation;

/// <summary>The accuracy of reconstructions.</summary>
/// <param name="Patterns">The number of patterns.</param>
/// <param name="BitAccuracy">The accuracy over all cells, hit or not, 0 to 1. It is high for any model, because most cells are
/// empty.</param>
/// <param name="F1">The F1 of the hits, 0 to 1.</param>
/// <param name="Exact">The share of patterns without any error, 0 to 1.</param>
public sealed record Reconstruction(int Patterns, double BitAccuracy, double F1, double Exact)
{
    /// <summary>Decodes the latents of patterns, and compares.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="latents">The latent of each.</param>
    /// <param name="thresholds">14 numbers: a cell is a hit when its probability reaches its voice's threshold.</param>
    public static Reconstruction Measure(
        PatternModel model, ReadOnlySpan<Pattern> patterns, ReadOnlySpan<Latent> latents, ReadOnlySpan<float> thresholds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        float[] probabilities = model.Decode(latents);
        var reconstructions = new Pattern[patterns.Length];
        for (int i = 0; i < reconstructions.Length; i++)
        {
            reconstructions[i] = PatternCells.AtThresholds(probabilities.AsSpan(i * Pattern.CellCount, Pattern.CellCount), thresholds);
        }

        return Compare(patterns, reconstructions);
    }

    /// <summary>Compares patterns with their reconstructions.</summary>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="reconstructions">The reconstruction of each.</param>
    public static Reconstruction Compare(ReadOnlySpan<Pattern> patterns, ReadOnlySpan<Pattern> reconstructions)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(reconstructions.Length, patterns.Length);
        long correct = 0, hits = 0, predicted = 0, found = 0, exact = 0;
        for (int i = 0; i < patterns.Length; i++)
        {
            int distance = reconstructions[i].DistanceTo(patterns[i]);
            correct += Pattern.CellCount - distance;
            hits += patterns[i].HitCount;
            predicted += reconstructions[i].HitCount;
            found += (patterns[i].HitCount + reconstructions[i].HitCount - distance) / 2;
            exact += distance == 0 ? 1 : 0;
        }

        double total = patterns.Length;
        double f1 = hits + predicted == 0 ? 1 : 2.0 * found / (hits + predicted);
        return new(patterns.Length, correct / (total * Pattern.CellCount), f1, exact / total);
    }
}
