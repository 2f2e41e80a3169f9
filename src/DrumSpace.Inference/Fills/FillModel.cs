using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Fills;

/// <summary>Generates the fill of a pattern.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time: ONNX Runtime allocates native memory in a run. After the constructor it
/// allocates no managed memory. All models of a bundle share one copy of the network.
/// </remarks>
public sealed class FillModel : IDisposable
{
    private readonly BoundNetwork _network;

    /// <summary>Binds the network, and warms it up.</summary>
    /// <param name="bundle">A bundle that <see cref="ModelBundle.HasFill"/>; it may be disposed before this.</param>
    /// <exception cref="InvalidOperationException">The bundle has no fills.</exception>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public FillModel(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _network = bundle.Bind(NetworkContract.Fill);
        _network.WarmUp();
    }

    /// <summary>Generates the fill of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="seed">An equal seed gives an equal fill.</param>
    /// <param name="fill">Its <see cref="PatternFill.Probabilities"/> are written over.</param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the fill is as it was.</exception>
    public void Generate(in Pattern pattern, int seed, PatternFill fill)
    {
        PatternCells.Write(pattern.Masks, _network.InputAt(0));
        FillNoise.Write(seed, _network.InputAt(1));
        _network.Run();
        _network.Output.CopyTo(fill.Probabilities);
    }

    /// <summary>Frees the network. Not while another thread generates.</summary>
    public void Dispose() => _network.Dispose();
}
