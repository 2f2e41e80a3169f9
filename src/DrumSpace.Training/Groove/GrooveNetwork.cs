using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Predicts with which velocities and offsets from the grid drummers play each cell of a pattern: <see cref="GrooveQuantiles"/> of both for
/// the 14 voices of a step, from the step's <see cref="GrooveRow"/>. Velocities and offsets are those of GrooVAE (Gillick et al. 2019).
/// </summary>
public sealed class GrooveNetwork : Module
{
    private const int Hidden = 128;
    private const int Summary = 96;
    private const int BatchSize = 32;

    // The parameters' names in checkpoints follow from this field's.
    private readonly FeedForward _layers = new(
        "layers", GrooveRow.Width, Hidden, Summary, GrooveQuantiles.Count * GrooveDistribution.StepWidth);

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="random">Equal seeds give equal weights.</param>
    public GrooveNetwork(SeededRandom random)
        : base("groove")
    {
        RegisterComponents();
        _layers.Initialize(random);
    }

    /// <summary>From rows to logits: level by level, a column for each voice's velocity and then one for its offset.</summary>
    internal FeedForward Layers => _layers;

    /// <summary>Predicts the quantiles of every cell, hit or not, without gradients.</summary>
    /// <param name="windows">Patterns and tempos.</param>
    /// <returns>For each window in order.</returns>
    public IEnumerable<GrooveDistribution> Predict(IReadOnlyList<PlayedPattern> windows)
    {
        for (int start = 0; start < windows.Count; start += BatchSize)
        {
            PlayedPattern[] batch = [.. windows.Skip(start).Take(BatchSize)];
            foreach (GrooveDistribution distribution in PredictBatch(batch))
            {
                yield return distribution;
            }
        }
    }

    /// <summary>The quantiles of rows.</summary>
    /// <param name="rows">[N, <see cref="GrooveRow.Width"/>].</param>
    /// <param name="dropout">What becomes of the units of a hidden layer in training; null for nothing.</param>
    /// <returns>[N, 28] for each level: velocities, then offsets plus one half.</returns>
    internal Tensor[] Quantiles(Tensor rows, Func<Tensor, Tensor>? dropout = null)
    {
        Tensor last = rows;
        for (int layer = 0; layer < _layers.Layers.Count - 1; layer++)
        {
            last = _layers.Layers[layer].call(last).relu();
            last = dropout?.Invoke(last) ?? last;
        }

        return GrooveQuantiles.Of(_layers.Layers[^1].call(last), GrooveDistribution.StepWidth);
    }

    private GrooveDistribution[] PredictBatch(PlayedPattern[] batch)
    {
        using IDisposable guard = no_grad();
        using var scope = NewDisposeScope();
        float[] rows = new float[batch.Length * Pattern.StepCount * GrooveRow.Width];
        for (int row = 0; row < batch.Length * Pattern.StepCount; row++)
        {
            PlayedPattern window = batch[row / Pattern.StepCount];
            Span<float> values = rows.AsSpan(row * GrooveRow.Width, GrooveRow.Width);
            GrooveRow.Write(values, window.Hits.Select(hit => hit.Cell), row % Pattern.StepCount, window.Tempo);
        }

        Tensor[] quantiles = Quantiles(tensor(rows, new long[] { batch.Length * Pattern.StepCount, GrooveRow.Width }));
        float[][] levels = Array.ConvertAll(quantiles, TensorValues.Read);
        return [.. batch.Select((_, index) => Distribution(levels, index))];
    }

    // Level by level to value by value.
    private static GrooveDistribution Distribution(float[][] levels, int window)
    {
        const int values = Pattern.StepCount * GrooveDistribution.StepWidth;
        float[] quantiles = new float[values * levels.Length];
        for (int i = 0; i < quantiles.Length; i++)
        {
            quantiles[i] = levels[i % levels.Length][window * values + i / levels.Length];
        }

        return new GrooveDistribution(quantiles);
    }
}
