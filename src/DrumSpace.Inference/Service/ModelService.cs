using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.RealTime;

namespace DrumSpace.Inference.Service;

/// <summary>
/// Answers one plugin instance's requests. The audio thread writes a <see cref="PatternRequest"/> into <see cref="Requests"/> and calls
/// <see cref="Notify"/>; the process's worker answers the newest, first with the pattern and its groove, and then
/// with its fill and melody, which take several times as long. An offline render calls <see cref="AnswerNow"/> instead, which does the same on the calling thread.
/// </summary>
/// <remarks>
/// <see cref="Requests"/> is owned and <see cref="Replies"/> is read by the thread that processes audio. The worker and
/// <see cref="AnswerNow"/> take turns by a lock that is held for one reply.
/// </remarks>
public sealed class ModelService : IDisposable
{
    // While knobs keep moving, a fill and a melody every so often; and those of the last request at the latest so long after it.
    private static readonly TimeSpan RestInterval = TimeSpan.FromMilliseconds(40);

    private readonly IModelSource _models;
    private readonly ModelThread _thread;
    private readonly Action<Exception>? _failed;
    private readonly Action<ModelService> _detach;

    // Held for a reply; guards all below.
    private readonly Lock _answering = new();
    private readonly PatternRequest _request = new();
    private readonly PlayablePattern _reply = new();
    private PatternModel? _model;
    private Pattern _melodyPattern;
    private MelodyRequest _melodyRequest;
    private MelodyPhrase _melody;
    private (Pattern Pattern, int Seed, GrooveTake Take, int Tempo, int Pinned)? _filled;
    private long _restTime;
    private KnownReply[] _known = [];

    private int _isPending;
    private int _isRestPending;
    private long _replyCount;
    private int _disposed;

    internal ModelService(IModelSource models, ModelThread thread, Action<Exception>? failed, Action<ModelService> detach)
    {
        _models = models;
        _thread = thread;
        _failed = failed;
        _detach = detach;
    }

    /// <summary>The newest request; its owner is the thread that processes audio.</summary>
    public SeqLock<PatternRequest> Requests { get; } = new(new PatternRequest(), static (from, to) => to.CopyFrom(from));

    /// <summary>The replies; their reader is the thread that processes audio.</summary>
    public TripleBuffer<PlayablePattern> Replies { get; } = new(static () => new PlayablePattern());

    /// <summary>The number of patterns decoded so far. Any thread.</summary>
    public long ReplyCount => Volatile.Read(ref _replyCount);

    /// <summary>The model of the newest reply; null before the first. Any thread but the audio thread.</summary>
    public ModelBundle? Model
    {
        get
        {
            lock (_answering)
            {
                return _model?.Bundle;
            }
        }
    }

    /// <summary>Makes the worker look at the newest request. Any thread, the audio thread included: wait-free, no allocation.</summary>
    public void Notify()
    {
        // One post for each time that the worker falls behind, not for each request: the count of the semaphore stays small.
        if (Interlocked.Exchange(ref _isPending, 1) == 0)
        {
            _thread.Wake();
        }
    }

    /// <summary>
    /// Answers the newest request, fill and melody included, on the calling thread. Equal requests give equal replies, run after run.
    /// </summary>
    /// <param name="mayWait">
    /// Whether the caller may wait for a reply that the worker is making. If not, the worker answers in its own time.
    /// </param>
    /// <param name="mayLoad">Whether the caller may load the model. If not, the worker answers when it is loaded.</param>
    public void AnswerNow(bool mayWait, bool mayLoad)
    {
        if (mayWait)
        {
            _answering.Enter();
        }
        else if (!_answering.TryEnter())
        {
            Notify();
            return;
        }

        try
        {
            if (ReadRequest() && !AnswerPattern(mayLoad))
            {
                Notify();
                return;
            }

            AnswerRest();
        }
        finally
        {
            _answering.Exit();
        }
    }

    /// <summary>Answers some requests by replies that are known, instead of the ones before. Not the audio thread.</summary>
    public void UseKnown(IEnumerable<KnownReply> known)
    {
        lock (_answering)
        {
            _known = [.. known];
        }
    }

    /// <summary>The whole reply to a request, made now if it is not known. Not the audio thread.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Not to be changed; null where the model is not loaded, or fails.</returns>
    public PlayablePattern? Reply(PatternRequest request)
    {
        lock (_answering)
        {
            if (FindKnown(request) is { } known)
            {
                return known.Reply;
            }

            PlayablePattern reply = new() { IsWhole = true };
            try
            {
                if (_disposed != 0 || _models.Find(request.Model) is not { } bundle)
                {
                    return null;
                }

                PatternModel model = Use(bundle);
                model.Answer(request, reply);
                model.Fill(request, reply);
                reply.Melody = request.Melody.IsEnabled ? model.FollowWithMelody(reply.Decoded.Pattern, request.Melody) : default;
            }
            catch (Exception e)
            {
                Report(e);
                return null;
            }

            return reply;
        }
    }

    /// <summary>Ends the service: afterwards the worker does not touch it. Safe to call twice. Not for the audio thread.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _detach(this);
        lock (_answering)
        {
            _model?.Dispose();
            _model = null;
        }
    }

    /// <summary>Answers the newest request with its pattern, if it is not answered yet. Worker only; never throws.</summary>
    internal void ServePattern()
    {
        // Cleared before the request is read: one that is written meanwhile is either read now or still pending.
        if (Volatile.Read(ref _isPending) != 0)
        {
            lock (_answering)
            {
                Volatile.Write(ref _isPending, 0);
                if (ReadRequest())
                {
                    AnswerPattern(mayLoad: false);
                }
            }
        }
    }

    /// <summary>Adds fill and melody to the newest reply, if they are due. Worker only; never throws.</summary>
    /// <param name="dueIn">How long from now those are due that wait until the knobs rest; infinite when none wait.</param>
    /// <returns>Whether they were generated.</returns>
    internal bool ServeRest(out TimeSpan dueIn)
    {
        dueIn = Timeout.InfiniteTimeSpan;
        if (Volatile.Read(ref _isRestPending) == 0)
        {
            return false;
        }

        lock (_answering)
        {
            TimeSpan wait = RestInterval - Stopwatch.GetElapsedTime(_restTime);
            if (_isRestPending == 0 || wait <= TimeSpan.Zero)
            {
                return AnswerRest();
            }

            dueIn = wait;
            return false;
        }
    }

    // Whether the melody that was generated last is that of the reply. Under the lock, as all that follows.
    private bool HasSameMelody => _melodyRequest == _request.Melody && _melodyPattern == _reply.Decoded.Pattern;

    // All that the reply's fill follows from.
    private (Pattern Pattern, int Seed, GrooveTake Take, int Tempo, int Pinned) ToFill =>
        (_reply.Decoded.Pattern, _request.Variation.Seed, _request.Take, _request.Tempo, _request.Pins.Voices);

    // Whether the newest request is not answered yet.
    private bool ReadRequest()
    {
        Requests.Read(_request);
        return _request.Id != _reply.RequestId;
    }

    private bool AnswerPattern(bool mayLoad)
    {
        try
        {
            if (_disposed != 0)
            {
                return false;
            }

            if (FindKnown(_request) is { } known)
            {
                _reply.CopyFrom(known.Reply);
                _filled = null;
                (_reply.RequestId, _reply.Slot) = (_request.Id, _request.Slot);
            }
            else if (ModelFor(_request.Model, mayLoad) is { } model)
            {
                model.Answer(_request, _reply);
                _reply.Melody = HasSameMelody ? _melody : default;
                _reply.IsWhole = (!model.HasFill || _filled == ToFill) && (HasSameMelody || !_request.Melody.IsEnabled);
            }
            else
            {
                return false;
            }

            Volatile.Write(ref _isRestPending, _reply.IsWhole ? 0 : 1);
            Publish();
            Volatile.Write(ref _replyCount, _replyCount + 1);
        }
        catch (Exception e)
        {
            Fail(e);
        }

        return true;
    }

    private bool AnswerRest()
    {
        if (_isRestPending == 0 || _model is not { } model)
        {
            return false;
        }

        // Also where it fails: another try would fail as well.
        Volatile.Write(ref _isRestPending, 0);
        _reply.IsWhole = true;
        _restTime = Stopwatch.GetTimestamp();
        try
        {
            model.Fill(_request, _reply);
            _filled = ToFill;
            if (_request.Melody.IsEnabled && !HasSameMelody)
            {
                _melody = model.FollowWithMelody(_reply.Decoded.Pattern, _request.Melody);
                _melodyPattern = _reply.Decoded.Pattern;
                _melodyRequest = _request.Melody;
                _reply.Melody = _melody;
            }

            Publish();
        }
        catch (Exception e)
        {
            Fail(e);
        }

        return true;
    }

    private KnownReply? FindKnown(PatternRequest request)
    {
        foreach (KnownReply known in _known)
        {
            if (known.Request.AsksTheSame(request))
            {
                return known;
            }
        }

        return null;
    }

    private PatternModel? ModelFor(int index, bool mayLoad)
    {
        ModelBundle? bundle = mayLoad ? _models.Load(index) : _models.Find(index);
        if (bundle == null && !mayLoad)
        {
            _models.BeginLoading(index);
        }

        return bundle == null ? null : Use(bundle);
    }

    private PatternModel Use(ModelBundle bundle)
    {
        if (_model?.Bundle != bundle)
        {
            PatternModel model = new(bundle);
            _model?.Dispose();
            _model = model;
            (_melodyRequest, _filled) = (default, null);
        }

        return _model;
    }

    private void Publish()
    {
        Replies.Writing.CopyFrom(_reply);
        Replies.Publish();
    }

    // Never lets an exception reach the host: the request counts as answered, and what plays goes on.
    private void Fail(Exception failure)
    {
        _reply.RequestId = _request.Id;
        _reply.IsWhole = true;
        Volatile.Write(ref _isRestPending, 0);
        Report(failure);
    }

    private void Report(Exception failure)
    {
        try
        {
            _failed?.Invoke(failure);
        }
        catch (Exception)
        {
            // A listener that fails must not end the host either.
        }
    }
}
