using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Patterns;

/// <summary>The pattern that plays and the newest reply, which may take over from it.</summary>
/// <param name="replies">The replies.</param>
/// <param name="first">What plays before the first of them, of request 0; the queue owns it.</param>
/// <remarks><see cref="Read"/>: any thread but the audio thread. The rest: audio thread; no allocation, wait-free.</remarks>
internal sealed class PatternQueue(TripleBuffer<PlayablePattern> replies, PlayablePattern first)
{
    private readonly SeqLock<PlayablePattern> _playing = new(first, static (from, to) => to.CopyFrom(from));

    /// <summary>The pattern that plays; of request 0 before the first reply.</summary>
    public PlayablePattern Playing => _playing.Owned;

    /// <summary>The newest reply that <see cref="Poll"/> found.</summary>
    public PlayablePattern Next => replies.Reading;

    /// <summary>Whether <see cref="Next"/> says more than what plays.</summary>
    public bool HasNext => Playing.IsOlderThan(Next);

    /// <summary>Looks for a newer reply.</summary>
    public void Poll() => replies.TryTake();

    /// <summary>Plays the newest reply.</summary>
    public void Take() => Play(Next, Next.RequestId);

    /// <summary>Plays a pattern, as the reply to a request.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="requestId">The request.</param>
    public void Play(PlayablePattern pattern, long requestId)
    {
        _playing.BeginWrite();
        Playing.CopyFrom(pattern);
        Playing.RequestId = requestId;
        _playing.EndWrite();
    }

    /// <summary>Copies the pattern that plays.</summary>
    public void Read(PlayablePattern into) => _playing.Read(into);
}
