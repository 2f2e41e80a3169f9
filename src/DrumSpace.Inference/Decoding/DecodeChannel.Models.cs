using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>Changing the model while the channel is in use.</summary>
public sealed partial class DecodeChannel
{
    /// <summary>Changes to another model, and asks for the beat at the newest positions from it. Not for the audio thread.</summary>
    /// <param name="bundle">The model; it may be disposed afterwards.</param>
    /// <exception cref="ObjectDisposedException">The bundle or the channel is disposed.</exception>
    public void Use(ModelBundle bundle)
    {
        DecodeSource source = new(bundle);
        DecodeSource? old;
        lock (_decoding)
        {
            old = Exchanged(source);
        }

        Retire(old, source);
        if (Volatile.Read(ref _asked))
        {
            Wake();
        }
    }

    /// <summary>
    /// Changes to another model and decodes its beat, line included, on the calling thread, before it returns, for offline rendering: no beat of
    /// the worker's comes between. Not for real time.
    /// </summary>
    /// <param name="bundle">The model; it may be disposed afterwards.</param>
    /// <param name="knobs">Positions, as in <see cref="Request"/>.</param>
    /// <param name="variation">As in <see cref="Request"/>.</param>
    /// <returns>Whether another beat was published.</returns>
    /// <exception cref="ObjectDisposedException">The bundle or the channel is disposed.</exception>
    public bool UseNow(ModelBundle bundle, in Knobs knobs, PatternVariation variation = default)
    {
        DecodeSource source = new(bundle);
        DecodeSource? old;
        Exception? failure, lineFailure;
        lock (_decoding)
        {
            old = Exchanged(source);
            variation = Heeded(variation);
            _knobs.Write(knobs, variation);
            Volatile.Write(ref _asked, true);
            Volatile.Write(ref _pending, 0);
            failure = Publish(knobs, variation);
            MakeLine(out lineFailure);
        }

        Retire(old, source);
        Report(failure);
        Report(lineFailure);
        return failure is null;
    }

    // Under the lock. A disposed channel has no source and gets none.
    private DecodeSource? Exchanged(DecodeSource source)
    {
        DecodeSource? old = _source;
        _source = old is null ? null : source;
        Volatile.Write(ref _varies, source.Varies);
        return old;
    }

    private static void Retire(DecodeSource? old, DecodeSource source)
    {
        if (old is null)
        {
            source.Dispose();
            throw new ObjectDisposedException(nameof(DecodeChannel));
        }

        old.Dispose();
    }
}
