using System.Collections.Concurrent;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Tests;

/// <summary>The engine's side of a <see cref="ModelService"/>: numbers the requests, and takes the replies.</summary>
internal sealed class ServiceHost : IModelSource, IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PatternRequest _request = new();
    private readonly Func<bool> _isAnswered;
    private readonly Func<bool> _isAnsweredWhole;

    public ServiceHost(ModelWorker worker, ModelBundle? bundle, Action<Exception>? failed = null)
    {
        Bundle = bundle;
        Service = worker.Attach(this, failure =>
        {
            Failures.Enqueue(failure);
            failed?.Invoke(failure);
        });
        _isAnswered = () => Service.Replies.TryTake() && Reply.RequestId == LastId;
        _isAnsweredWhole = () => (Service.Replies.TryTake() || Reply.IsWhole) && Reply.RequestId == LastId && Reply.IsWhole;
    }

    public ModelService Service { get; }

    /// <summary>The model of every index; null while it is being loaded.</summary>
    public ModelBundle? Bundle { get; set; }

    public ConcurrentQueue<Exception> Failures { get; } = [];

    /// <summary>Whether the model was requested by a caller who may wait for it.</summary>
    public bool? MayLoad { get; private set; }

    public long LastId { get; private set; }

    public PlayablePattern Reply => Service.Replies.Reading;

    ModelBundle? IModelSource.Find(int index)
    {
        MayLoad = false;
        return Bundle;
    }

    ModelBundle? IModelSource.Load(int index)
    {
        MayLoad = true;
        return Bundle;
    }

    void IModelSource.BeginLoading(int index)
    {
    }

    /// <summary>Requests a pattern of the worker.</summary>
    public void Ask(in Knobs knobs, MelodyRequest melody = default)
    {
        (_request.Knobs, _request.Melody) = (knobs, melody);
        Ask(_request);
    }

    /// <summary>Has a pattern answered on this thread.</summary>
    public void AskNow(in Knobs knobs, MelodyRequest melody = default)
    {
        (_request.Knobs, _request.Melody) = (knobs, melody);
        Ask(_request, isOffline: true);
    }

    public void Ask(PatternRequest request, bool isOffline = false)
    {
        request.Id = ++LastId;
        Service.Requests.BeginWrite();
        Service.Requests.Owned.CopyFrom(request);
        Service.Requests.EndWrite();
        if (isOffline)
        {
            Service.AnswerNow(mayWait: true, mayLoad: true);
        }
        else
        {
            Service.Notify();
        }
    }

    /// <summary>Waits for the reply to the newest request.</summary>
    public PlayablePattern Take()
    {
        Assert.True(SpinWait.SpinUntil(_isAnswered, Patience));
        return Reply;
    }

    /// <summary>Waits for the reply to the newest request with its melody.</summary>
    public PlayablePattern TakeWhole()
    {
        Assert.True(SpinWait.SpinUntil(_isAnsweredWhole, Patience));
        return Reply;
    }

    public void Dispose() => Service.Dispose();
}
