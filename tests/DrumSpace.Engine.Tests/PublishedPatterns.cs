using DrumSpace.Engine.Patterns;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A source whose replies are published by a test, each as the answer to the newest request, or by <see cref="Answer"/>, which is called for
/// each request.
/// </summary>
internal sealed class PublishedPatterns : PatternSource
{
    private readonly PlayablePattern _newest = new() { HasMelody = true };

    public override SeqLock<PatternRequest> Requests { get; } = new(new PatternRequest(), static (from, to) => to.CopyFrom(from));

    public override TripleBuffer<PlayablePattern> Replies { get; } = new(static () => new PlayablePattern());

    /// <summary>Answers a request, at once or later, by <see cref="Publish(PatternRequest, Action{PlayablePattern})"/>. Nobody does unless set.</summary>
    public Action<PatternRequest> Answer { get; set; } = _ => { };

    /// <summary>The newest request.</summary>
    public PatternRequest Newest => Requests.Owned;

    public override void Serve(bool isNew)
    {
        if (isNew)
        {
            Answer(Newest);
        }
    }

    /// <summary>Publishes a pattern of certain hits.</summary>
    public void Publish(Pattern pattern) => Publish(reply => reply.Decoded.Pattern = pattern);

    /// <summary>Publishes the newest reply with some changes, as the answer to the newest request.</summary>
    public void Publish(Action<PlayablePattern> change)
    {
        _newest.RequestId = Math.Max(_newest.RequestId + 1, Newest.Id);
        _newest.Slot = Newest.Slot;
        Send(change);
    }

    /// <summary>Publishes the newest reply with some changes, as the answer to a request.</summary>
    public void Publish(long id, int slot, Action<PlayablePattern> change)
    {
        (_newest.RequestId, _newest.Slot) = (id, slot);
        Send(change);
    }

    /// <summary>Publishes the melody of the newest reply.</summary>
    public void PublishMelody(MelodyPhrase phrase) => Send(reply => (reply.HasMelody, reply.Melody) = (true, phrase));

    private void Send(Action<PlayablePattern> change)
    {
        change(_newest);
        Replies.Writing.CopyFrom(_newest);
        Replies.Publish();
    }
}
