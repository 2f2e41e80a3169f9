using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Patterns;

/// <summary>Where an engine gets its patterns: requests go in, replies come out.</summary>
/// <remarks>A class, because the first call through an interface may take a lock under Native AOT.</remarks>
public abstract class PatternSource
{
    /// <summary>The newest request; the engine owns it.</summary>
    public abstract SeqLock<PatternRequest> Requests { get; }

    /// <summary>The replies; the engine is their only reader.</summary>
    public abstract TripleBuffer<PlayablePattern> Replies { get; }

    /// <summary>
    /// Has the newest request answered: in real time by another thread, offline before it returns. Called on the audio thread, once a
    /// request, and then once a block until the whole answer is there; in real time it neither allocates nor waits.
    /// </summary>
    /// <param name="isNew">Whether the request was written since the last call.</param>
    public abstract void Serve(bool isNew);
}
