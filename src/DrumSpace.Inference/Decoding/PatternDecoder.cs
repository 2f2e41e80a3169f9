using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>Decodes points of the latent space into beats.</summary>
/// <remarks>
/// One thread at a time, and never the audio thread in real time: ONNX Runtime allocates native memory in a run. After the constructor,
/// decoding allocates no managed memory. Any number of decoders share one copy of the network.
/// </remarks>
public sealed class PatternDecoder : IDisposable
{
    private readonly BoundNetwork _network;
    private readonly float[] _thresholds;
    private readonly bool _varies;

    /// <summary>Makes a decoder, and runs it until it is warm.</summary>
    /// <param name="bundle">The model; it may be disposed before the decoder.</param>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public PatternDecoder(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _thresholds = [.. bundle.Manifest.Thresholds];
        _varies = bundle.Manifest.Variations > 0;
        _network = bundle.Bind(NetworkContract.Decoder(bundle.Manifest.Variations));
        _network.WarmUp();
    }

    /// <summary>
    /// Decodes a point: fills the beat's probabilities, the model's thresholds, its pattern at them, and its latent. The serial number
    /// is left to whoever publishes the beat.
    /// </summary>
    /// <param name="latent">The point, in the model's units.</param>
    /// <param name="into">The beat that is written over.</param>
    /// <param name="variation">How the beat is varied, if the model has learnt it; <see cref="DecodedPattern.IsVaried"/> tells.</param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed; the beat is as it was.</exception>
    public void Decode(in Latent latent, DecodedPattern into, PatternVariation variation = default)
    {
        ((ReadOnlySpan<float>)latent).CopyTo(_network.Input);
        if (_varies)
        {
            variation.WriteCoordinates(_network.InputAt(1));
        }

        _network.Run();
        _network.Output.CopyTo(into.Probabilities);
        _thresholds.CopyTo(into.Thresholds, 0);
        into.Pattern = Threshold(into.Probabilities, _thresholds);
        into.Latent = latent;
        into.IsVaried = _varies;
    }

    /// <summary>Frees what the decoder holds. Not while another thread decodes.</summary>
    public void Dispose() => _network.Dispose();

    /// <summary>The cells whose probability reaches their voice's threshold. A probability that is no number is no hit.</summary>
    private static Pattern Threshold(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> thresholds)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        for (int step = 0; step < masks.Length; step++)
        {
            ReadOnlySpan<float> cells = probabilities.Slice(step * Pattern.VoiceCount, Pattern.VoiceCount);
            int mask = 0;
            for (int voice = 0; voice < cells.Length; voice++)
            {
                mask |= (cells[voice] >= thresholds[voice] ? 1 : 0) << voice;
            }

            masks[step] = (ushort)mask;
        }

        return new Pattern(masks);
    }
}
