using DrumSpace.Engine.Patterns;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Plugin.Playing;

/// <summary>
/// The patterns of one instance: by the worker in real time; offline in place, so that patterns do not depend on how busy another thread is
/// and two renders are the same.
/// </summary>
/// <remarks>Audio thread; in real time it neither allocates nor waits.</remarks>
internal sealed class InstancePatterns(ModelService service) : PatternSource
{
    /// <summary>How fast the host processes the current block.</summary>
    public RenderSpeed Speed { get; set; }

    /// <inheritdoc/>
    public override SeqLock<PatternRequest> Requests => service.Requests;

    /// <inheritdoc/>
    public override TripleBuffer<PlayablePattern> Replies => service.Replies;

    /// <summary>Has the newest request answered before it returns, unless its model has to be loaded first. Not in real time.</summary>
    public void Await() => service.AnswerNow(mayWait: true, mayLoad: false);

    /// <inheritdoc/>
    public override void Serve(bool isNew)
    {
        if (Speed != RenderSpeed.RealTime)
        {
            bool isOffline = Speed == RenderSpeed.Offline;
            service.AnswerNow(mayWait: isOffline, mayLoad: isOffline);
        }
        else if (isNew)
        {
            service.Notify();
        }
    }
}
