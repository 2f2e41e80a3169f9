using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>Finds the point of the latent space where a pattern lies.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time. After the constructor, encoding allocates no managed memory.
/// </remarks>
public sealed class PatternEncoder : IDisposable
{
    private readonly BoundNetwork _network;

    /// <summary>Makes an encoder, and runs it until it is warm.</summary>
    /// <param name="bundle">The model; it may be disposed before the encoder.</param>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public PatternEncoder(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _network = bundle.Bind(NetworkContract.Encoder);
        _network.WarmUp();
    }

    /// <summary>Encodes a pattern.</summary>
    /// <returns>Its latent point, in the model's units.</returns>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed.</exception>
    public Latent Encode(in Pattern pattern)
    {
        PatternCells.Write(pattern.Masks, _network.Input);
        _network.Run();
        Latent latent = default;
        _network.Output.CopyTo(latent);
        return latent;
    }

    /// <summary>Frees what the encoder holds. Not while another thread encodes.</summary>
    public void Dispose() => _network.Dispose();
}
