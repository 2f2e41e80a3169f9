using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>Decodes points of the latent space into patterns.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time: ONNX Runtime allocates native memory in a run. After the constructor,
/// decoding allocates no managed memory. Any number of decoders share one copy of the network.
/// </remarks>
public sealed class PatternDecoder : IDisposable
{
    private readonly BoundNetwork _network;
    private readonly float[] _thresholds;
    private readonly bool _hasResidual;

    /// <summary>Makes a decoder, and runs it until it is warm.</summary>
    /// <param name="bundle">The model; it may be disposed before the decoder.</param>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public PatternDecoder(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _thresholds = [.. bundle.Manifest.Thresholds];
        _hasResidual = bundle.Manifest.Variations > 0;
        _network = bundle.Bind(NetworkContract.Decoder(bundle.Manifest.Variations));
        _network.WarmUp();
    }

    /// <summary>Decodes a point: fills everything of the pattern.</summary>
    /// <param name="latent">The point, in the model's units.</param>
    /// <param name="into">Written over.</param>
    /// <param name="variation">How the pattern is varied: by the model's residual latent, or by noise where it has none.</param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the pattern is as it was.</exception>
    public void Decode(in Latent latent, DecodedPattern into, PatternVariation variation = default)
    {
        ((ReadOnlySpan<float>)latent).CopyTo(_network.Input);
        if (_hasResidual)
        {
            variation.WriteResidual(_network.InputAt(1));
        }

        _network.Run();
        _network.Output.CopyTo(into.Probabilities);
        _thresholds.CopyTo(into.Thresholds, 0);
        into.Latent = latent;
        into.ApplyThresholds();
        if (!_hasResidual)
        {
            variation.Apply(into);
        }
    }

    /// <summary>Frees what the decoder holds. Not while another thread decodes.</summary>
    public void Dispose() => _network.Dispose();
}
