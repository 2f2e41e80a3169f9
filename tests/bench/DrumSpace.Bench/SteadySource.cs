using DrumSpace.Engine.Patterns;
using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Bench;

/// <summary>Answers every request at once with the same pattern, so that the engine alone is measured.</summary>
internal sealed class SteadySource : PatternSource
{
    public PlayablePattern Pattern { get; } = new() { IsWhole = true };

    public override SeqLock<PatternRequest> Requests { get; } = new(new PatternRequest(), static (from, to) => to.CopyFrom(from));

    public override TripleBuffer<PlayablePattern> Replies { get; } = new(static () => new PlayablePattern());

    public override void Serve(bool isNew)
    {
        if (isNew)
        {
            Pattern.RequestId = Requests.Owned.Id;
            Pattern.Slot = Requests.Owned.Slot;
            Replies.Writing.CopyFrom(Pattern);
            Replies.Publish();
        }
    }
}
