using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>
/// One plugin instance's way to the decode worker: knob positions go in, finished beats come out of <see cref="Exchange"/>. When
/// positions come faster than beats are decoded, those between are skipped: only the newest counts.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Request"/> and <see cref="DecodeNow"/> belong to one thread at a time, the one that processes audio, as does the reading
/// side of the exchange. <see cref="Request"/> is wait-free and allocates nothing. <see cref="Use"/> and <see cref="Dispose"/> belong to
/// any other thread; after the end of <see cref="Dispose"/> both calls do nothing.
/// </para>
/// <para>
/// The exchange has one writing side and two who may write, the worker and <see cref="DecodeNow"/>. They take turns by a lock that is
/// held for one decode, or for one line. The audio thread takes it in <see cref="DecodeNow"/> alone, which is for offline rendering, where
/// waiting up to a millisecond for what the worker has begun harms nothing. A request is cleared inside the lock, so once
/// <see cref="DecodeNow"/> returns, no older request can publish after it: its beat is the newest until the next request.
/// </para>
/// </remarks>
public sealed partial class DecodeChannel : IDisposable
{
    private readonly DecodeWorker _worker;
    private readonly DecodeThread _thread;
    private readonly Action<Exception>? _failed;
    private readonly KnobSnapshot _knobs = new();

    // Held for a decode and for changes of the source; guards _source, _serial and the writing sides of the exchanges.
    private readonly Lock _decoding = new();
    private DecodeSource? _source;
    private long _serial;

    private bool _varies;
    private int _pending;
    private bool _asked;
    private long _failureCount;
    private Exception? _lastFailure;
    private int _disposed;

    internal DecodeChannel(DecodeWorker worker, DecodeThread thread, DecodeSource source, Action<Exception>? failed)
    {
        _worker = worker;
        _thread = thread;
        _source = source;
        _varies = source.Varies;
        _failed = failed;
    }

    /// <summary>Where finished beats come out; its reading side is the audio thread's. Serials count up by one with each beat.</summary>
    public PatternExchange Exchange { get; } = new();

    /// <summary>The number of decodes that failed. Any thread.</summary>
    public long FailureCount => Volatile.Read(ref _failureCount);

    /// <summary>The last failure, null when there was none. Any thread.</summary>
    public Exception? LastFailure => Volatile.Read(ref _lastFailure);

    /// <summary>
    /// Asks for the beat at some knob positions. The same positions and variation as last time cost nothing, so that it may be called in
    /// every block.
    /// </summary>
    /// <param name="knobs">Positions, 0 to 1; others count as <see cref="KnobMapping.ToLatent(in Knobs)"/> says.</param>
    /// <param name="variation">How a model that has learnt to vary does so; of any other model it changes nothing and costs nothing.</param>
    /// <returns>Whether a beat is to come: false when it was asked for last time.</returns>
    public bool Request(in Knobs knobs, PatternVariation variation = default)
    {
        variation = Heeded(variation);
        bool isOther = !_asked || !_knobs.Holds(knobs, variation);
        if (isOther)
        {
            _knobs.Write(knobs, variation);
            Volatile.Write(ref _asked, true);
            Wake();
        }

        AskForLine(isMoving: isOther);
        return isOther;
    }

    /// <summary>
    /// Decodes on the calling thread and publishes before it returns, line included, for offline rendering: the same calls give the same
    /// beats, run after run. Does nothing when the newest beat is the one at these positions. May wait for a decode that the worker has begun;
    /// not for real time.
    /// </summary>
    /// <param name="knobs">Positions, as in <see cref="Request"/>.</param>
    /// <param name="variation">As in <see cref="Request"/>.</param>
    /// <returns>Whether another beat was published.</returns>
    public bool DecodeNow(in Knobs knobs, PatternVariation variation = default)
    {
        Exception? failure = null, lineFailure;
        bool isOther;
        lock (_decoding)
        {
            variation = Heeded(variation);
            isOther = !_asked || !_knobs.Holds(knobs, variation) || Volatile.Read(ref _pending) != 0;
            if (isOther)
            {
                _knobs.Write(knobs, variation);
                Volatile.Write(ref _asked, true);
                Volatile.Write(ref _pending, 0);
                failure = Publish(knobs, variation);
            }

            MakeLine(out lineFailure);
        }

        Report(failure);
        Report(lineFailure);
        return isOther && failure is null;
    }

    /// <summary>Detaches the channel; afterwards the worker does not touch it. Safe to call twice. Not for the audio thread.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _worker.Detach(this, _thread);
        lock (_decoding)
        {
            _source?.Dispose();
            _source = null;
        }
    }

    /// <summary>Decodes the newest request, if there is one. Worker thread only; never throws.</summary>
    internal void Serve()
    {
        if (Volatile.Read(ref _pending) == 0)
        {
            return;
        }

        Exception? failure = null;
        lock (_decoding)
        {
            // Cleared before the positions are read: a request that comes in between is either read now or still pending.
            if (Interlocked.Exchange(ref _pending, 0) != 0)
            {
                (Knobs knobs, PatternVariation variation) = _knobs.Read();
                failure = Publish(knobs, variation);
            }
        }

        Report(failure);
    }

    private PatternVariation Heeded(PatternVariation variation) => Volatile.Read(ref _varies) ? variation : default;

    // One post for each time that the worker falls behind, not for each request: the count of the semaphore stays small.
    private void Wake()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
        {
            _thread.Wake();
        }
    }

    private Exception? Publish(in Knobs knobs, PatternVariation variation)
    {
        if (_source is null)
        {
            return null;
        }

        try
        {
            DecodedPattern beat = Exchange.Writing;
            _source.Decode(knobs, variation, beat);
            beat.Serial = ++_serial;
            _pattern = beat.Pattern;
            Exchange.Publish();
            Volatile.Write(ref _linePending, 1);
            return null;
        }
        catch (Exception e)
        {
            // Whatever it was, it must not end the host: it is counted, kept and told.
            return e;
        }
    }

    private void Report(Exception? failure)
    {
        if (failure is null)
        {
            return;
        }

        Interlocked.Increment(ref _failureCount);
        Volatile.Write(ref _lastFailure, failure);
        try
        {
            _failed?.Invoke(failure);
        }
        catch (Exception e)
        {
            // A listener that fails must not end the host either.
            Volatile.Write(ref _lastFailure, new AggregateException(failure, e));
        }
    }
}
