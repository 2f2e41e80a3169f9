using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Plugin.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Plugin.Models;

/// <summary>Decodes the patterns of places for a display, with a decoder of its own for the model that plays.</summary>
/// <remarks>Any thread but the audio thread; locks. After the first call with a model it allocates nothing.</remarks>
internal sealed class PatternPreview(InstanceModels models, ErrorCounters errors) : IDisposable
{
    private readonly Lock _decoding = new();
    private ModelBundle? _bundle;
    private PatternDecoder? _decoder;
    private bool _isDisposed;

    /// <summary>Decodes the pattern of a place, without variation and pinned rows.</summary>
    /// <param name="knobs">The place.</param>
    /// <param name="into">Written over.</param>
    /// <returns>False where no model is loaded yet, or it fails.</returns>
    public bool TryDecode(in Knobs knobs, DecodedPattern into)
    {
        lock (_decoding)
        {
            try
            {
                if (_isDisposed || models.Used is not { IsLoaded: true } model)
                {
                    return false;
                }

                Use(model.Load());
                _decoder!.Decode(_bundle!.Mapping.ToLatent(knobs), into);
                return true;
            }
            catch (Exception e) when (e is BundleException or DllNotFoundException or OnnxRuntimeException)
            {
                errors.Count(Error.Decode, e);
                return false;
            }
        }
    }

    /// <summary>Closes the decoder; afterwards nothing is decoded.</summary>
    public void Dispose()
    {
        lock (_decoding)
        {
            _isDisposed = true;
            _decoder?.Dispose();
            (_decoder, _bundle) = (null, null);
        }
    }

    private void Use(ModelBundle bundle)
    {
        if (_bundle != bundle)
        {
            PatternDecoder decoder = new(bundle);
            _decoder?.Dispose();
            (_decoder, _bundle) = (decoder, bundle);
        }
    }
}
