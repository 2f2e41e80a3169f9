using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Groove;

/// <summary>Says how a pattern would be played: how hard each hit, and how far ahead of or behind the grid.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time: ONNX Runtime allocates native memory in a run. After the constructor it
/// allocates no managed memory. Any number of heads share one copy of the network.
/// </remarks>
public sealed class GrooveModel : IDisposable
{
    private readonly BoundNetwork _network;

    /// <summary>Makes a head, and runs it until it is warm.</summary>
    /// <param name="bundle">The model, with a groove (<see cref="ModelBundle.HasGroove"/>); it may be disposed before the head.</param>
    /// <exception cref="InvalidOperationException">The bundle has no groove.</exception>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public GrooveModel(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _network = bundle.Bind(NetworkContract.Groove);
        _network.WarmUp();
    }

    /// <summary>Plays a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="velocities">448 cells, step * 14 + voice: the velocity of each hit, 0 to 1; 0 where the pattern has none.</param>
    /// <param name="offsets">
    /// 448 cells: how far each hit lies from its step, in steps, -0.5 (early) to 0.5 (late); 0 where the pattern has none.
    /// </param>
    /// <exception cref="ArgumentException">A span is shorter than 448.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the spans are as they were.</exception>
    public void Play(in Pattern pattern, Span<float> velocities, Span<float> offsets)
    {
        Run(pattern, velocities, offsets);
        ReadOnlySpan<float> cells = _network.Input;
        for (int cell = 0; cell < cells.Length; cell++)
        {
            velocities[cell] *= cells[cell];
            offsets[cell] *= cells[cell];
        }
    }

    /// <summary>
    /// Plays a pattern, and says of every other cell too how it would be played if it were one more hit: for those who add hits to the
    /// pattern, or keep some of another.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="velocities">448 cells, step * 14 + voice: velocities, 0 to 1.</param>
    /// <param name="offsets">448 cells: how far a hit lies from its step, in steps, -0.5 (early) to 0.5 (late).</param>
    /// <exception cref="ArgumentException">A span is shorter than 448.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the spans are as they were.</exception>
    public void PredictAll(in Pattern pattern, Span<float> velocities, Span<float> offsets) => Run(pattern, velocities, offsets);

    private void Run(in Pattern pattern, Span<float> velocities, Span<float> offsets)
    {
        if (velocities.Length < Pattern.CellCount || offsets.Length < Pattern.CellCount)
        {
            throw new ArgumentException($"A pattern has {Pattern.CellCount} cells.");
        }

        PatternCells.Write(pattern.Masks, _network.Input);
        _network.Run();
        _network.OutputAt(0).CopyTo(velocities);
        _network.OutputAt(1).CopyTo(offsets);
    }

    /// <summary>Frees what the head holds. Not while another thread plays.</summary>
    public void Dispose() => _network.Dispose();
}
