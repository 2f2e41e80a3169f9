using DrumSpace.Engine.Patterns;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// A source that answers as the model service does: it varies the model's pattern by noise, and overlays the request's pins and their
/// grooves. The model is one pattern for all points, or is made from the request by <see cref="Decode"/>. Replies come at once, or some blocks late;
/// their melody comes with them, or by <see cref="SendMelody"/>.
/// </summary>
internal sealed class SimulatedSource : PatternSource
{
    private readonly Queue<(long Block, PatternRequest Request)> _late = new();
    private readonly PatternRequest _answered = new();
    private long _block;

    public override SeqLock<PatternRequest> Requests { get; } = new(new PatternRequest(), static (from, to) => to.CopyFrom(from));

    public override TripleBuffer<PlayablePattern> Replies { get; } = new(static () => new PlayablePattern());

    /// <summary>What the model decodes. Without <see cref="PlayablePattern.IsWhole"/> the melody of a reply is late.</summary>
    public PlayablePattern Model { get; } = new() { IsWhole = true };

    /// <summary>Changes <see cref="Model"/> before it answers a request.</summary>
    public Action<PatternRequest, PlayablePattern>? Decode { get; set; }

    /// <summary>Called with each new request.</summary>
    public Action<PatternRequest>? OnRequest { get; set; }

    /// <summary>The blocks that a reply takes.</summary>
    public int BlocksLate { get; set; }

    /// <summary>The newest request.</summary>
    public PatternRequest Newest => Requests.Owned;

    public override void Serve(bool isNew)
    {
        if (!isNew)
        {
            return;
        }

        OnRequest?.Invoke(Newest);
        if (BlocksLate == 0)
        {
            _answered.CopyFrom(Newest);
            Reply();
            return;
        }

        PatternRequest request = new();
        request.CopyFrom(Newest);
        _late.Enqueue((_block + BlocksLate, request));
    }

    /// <summary>Begins a block: sends the replies that are due.</summary>
    public void EnterBlock()
    {
        _block++;
        while (_late.TryPeek(out (long Block, PatternRequest Request) first) && first.Block <= _block)
        {
            _answered.CopyFrom(_late.Dequeue().Request);
            Reply();
        }
    }

    /// <summary>Answers the request that was answered last once more, now with its melody.</summary>
    public void SendMelody(in MelodyPhrase phrase)
    {
        Model.IsWhole = true;
        Model.Melody = phrase;
        Reply();
    }

    private void Reply()
    {
        Decode?.Invoke(_answered, Model);
        PlayablePattern reply = Replies.Writing;
        reply.CopyFrom(Model);
        _answered.Variation.Apply(reply.Decoded);
        _answered.Pins.Overlay(reply.Decoded);
        _answered.Pins.OverlayGroove(reply);
        reply.RequestId = _answered.Id;
        reply.Slot = _answered.Slot;
        if (!_answered.Melody.IsEnabled)
        {
            reply.IsWhole = true;
            reply.Melody = default;
        }

        Replies.Publish();
    }
}
