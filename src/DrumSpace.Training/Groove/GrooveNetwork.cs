using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Models;
using TorchSharp;
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
    private const int Columns = GrooveQuantiles.Count * Pattern.VoiceCount;
    private const int BatchSize = 32;
    private static readonly Scalar MinusHalf = (-0.5).ToScalar();

    // The parameters' names in checkpoints follow from this field's.
    private readonly FeedForward _layers = new("layers", GrooveRow.Width, Hidden, Summary, 2 * Columns);

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="random">Equal seeds give equal weights.</param>
    public GrooveNetwork(SeededRandom random)
        : base("groove")
    {
        RegisterComponents();
        _layers.Initialize(random);
    }

    /// <summary>From rows to logits: for velocities and then for offsets, level by level, a column for each voice.</summary>
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
    /// <returns>[N, 14] for each level.</returns>
    internal (Tensor[] Velocities, Tensor[] Offsets) Quantiles(Tensor rows, Func<Tensor, Tensor>? dropout = null)
    {
        Tensor last = rows;
        for (int layer = 0; layer < _layers.Layers.Count - 1; layer++)
        {
            last = _layers.Layers[layer].call(last).relu();
            last = dropout?.Invoke(last) ?? last;
        }

        Tensor logits = _layers.Layers[^1].call(last);
        Tensor[] offsets = GrooveQuantiles.Of(logits, Columns, Pattern.VoiceCount);
        return (GrooveQuantiles.Of(logits, 0, Pattern.VoiceCount), Array.ConvertAll(offsets, level => level.Plus(MinusHalf)));
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

        (Tensor[] velocities, Tensor[] offsets) =
            Quantiles(tensor(rows, new long[] { batch.Length * Pattern.StepCount, GrooveRow.Width }));
        float[][] velocityLevels = Array.ConvertAll(velocities, TensorValues.Read);
        float[][] offsetLevels = Array.ConvertAll(offsets, TensorValues.Read);
        return [.. batch.Select((_, index) => new GrooveDistribution(Cells(velocityLevels, index), Cells(offsetLevels, index)))];
    }

    // Level by level to cell by cell.
    private static float[] Cells(float[][] levels, int window)
    {
        float[] cells = new float[Pattern.CellCount * levels.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = levels[i % levels.Length][window * Pattern.CellCount + i / levels.Length];
        }

        return cells;
    }
}
