using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Groove;

/// <summary>Predicts how a drummer plays a pattern: the velocity of each hit, and its offset from the grid.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time: ONNX Runtime allocates native memory in a run. After the constructor it
/// allocates no managed memory. All models of a bundle share one copy of the network.
/// </remarks>
public sealed class GrooveModel : IDisposable
{
    /// <summary>
    /// The width of the input "take": for velocities and then for offsets, a number for the whole take, one a voice, one a place in the bar
    /// (step of 16 * 14 + voice), and one a cell.
    /// </summary>
    public const int TakeWidth = 2 * (1 + Pattern.VoiceCount + Pattern.CellCount / 2 + Pattern.CellCount);

    private readonly BoundNetwork _network;
    private GrooveTake _take;

    /// <summary>Binds the network, and warms it up.</summary>
    /// <param name="bundle">A bundle that <see cref="ModelBundle.HasGroove"/>; it may be disposed before this.</param>
    /// <exception cref="InvalidOperationException">The bundle has no groove.</exception>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public GrooveModel(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _network = bundle.Bind(NetworkContract.Groove);
        _network.WarmUp();
    }

    /// <summary>Predicts the hits of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="velocities">448 cells, step * 14 + voice: the velocity of each hit, 0 to 1; 0 without a hit.</param>
    /// <param name="offsets">448 cells: the offset of each hit in steps, -0.5 (early) to 0.5 (late); 0 without a hit.</param>
    /// <param name="tempo">Quarters a minute; 0 where it is not known. Earlier models do not depend on it.</param>
    /// <param name="take">Which performance; the median one by default, and always by earlier models.</param>
    /// <exception cref="ArgumentException">A span is shorter than 448.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the spans are as they were.</exception>
    public void Play(
        in Pattern pattern, Span<float> velocities, Span<float> offsets, double tempo = 0, GrooveTake take = default)
    {
        PredictAll(pattern, velocities, offsets, tempo, take);
        ReadOnlySpan<float> cells = _network.Input;
        for (int cell = 0; cell < cells.Length; cell++)
        {
            velocities[cell] *= cells[cell];
            offsets[cell] *= cells[cell];
        }
    }

    /// <summary>
    /// Predicts the hits of a pattern, and of every other cell how it would be played as one more hit: for callers that add hits to the
    /// pattern.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="velocities">448 cells, step * 14 + voice: velocities, 0 to 1.</param>
    /// <param name="offsets">448 cells: offsets in steps, -0.5 (early) to 0.5 (late).</param>
    /// <param name="tempo">Quarters a minute; 0 where it is not known. Earlier models do not depend on it.</param>
    /// <param name="take">Which performance; the median one by default, and always by earlier models.</param>
    /// <exception cref="ArgumentException">A span is shorter than 448.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the spans are as they were.</exception>
    public void PredictAll(
        in Pattern pattern, Span<float> velocities, Span<float> offsets, double tempo = 0, GrooveTake take = default)
    {
        if (velocities.Length < Pattern.CellCount || offsets.Length < Pattern.CellCount)
        {
            throw new ArgumentException($"A pattern has {Pattern.CellCount} cells.");
        }

        PatternCells.Write(pattern.Masks, _network.Input);
        if (!_network.InputAt(1).IsEmpty)
        {
            _network.InputAt(1)[0] = GrooveTempo.Scale(tempo > 0 ? tempo : GrooveTempo.Default);
        }

        // Most requests have the take of the one before.
        if (take != _take)
        {
            take.Write(_network.InputAt(2));
            _take = take;
        }

        _network.Run();
        _network.OutputAt(0).CopyTo(velocities);
        _network.OutputAt(1).CopyTo(offsets);
    }

    /// <summary>Frees the network. Not while another thread predicts.</summary>
    public void Dispose() => _network.Dispose();
}
