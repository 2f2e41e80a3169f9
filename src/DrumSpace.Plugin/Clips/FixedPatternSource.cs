using DrumSpace.Engine.Patterns;
using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Plugin.Clips;

/// <summary>Answers every request with one pattern.</summary>
/// <remarks>The engine's thread.</remarks>
/// <param name="pattern">The pattern, with its melody.</param>
internal sealed class FixedPatternSource(PlayablePattern pattern) : PatternSource
{
    /// <inheritdoc/>
    public override SeqLock<PatternRequest> Requests { get; } = new(new PatternRequest(), static (from, to) => to.CopyFrom(from));

    /// <inheritdoc/>
    public override TripleBuffer<PlayablePattern> Replies { get; } = new(static () => new PlayablePattern());

    /// <inheritdoc/>
    public override void Serve(bool isNew)
    {
        PlayablePattern reply = Replies.Writing;
        reply.CopyFrom(pattern);
        (reply.RequestId, reply.Slot, reply.IsWhole) = (Requests.Owned.Id, Requests.Owned.Slot, true);
        Replies.Publish();
    }
}
