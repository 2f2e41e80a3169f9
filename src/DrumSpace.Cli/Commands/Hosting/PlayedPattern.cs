using DrumSpace.Cli.Commands.Demo;
using DrumSpace.Host;
using DrumSpace.Host.Live;
using DrumSpace.RealTime;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>The drums of the last two bars, read from what an engine plays.</summary>
/// <param name="played">The engine's messages.</param>
internal sealed class PlayedPattern(HistoryRing<PlayedMessage> played)
{
    private const double StepQuarters = 0.25;

    private readonly PatternPicture _picture = new();
    private readonly PlayedMessage[] _messages = new PlayedMessage[played.Capacity];
    private long _seen;
    private double _ppq;

    /// <summary>The rows and the playhead.</summary>
    public PatternPicture Picture => _picture;

    /// <summary>The notes of all channels that sound: note-ons less note-offs.</summary>
    public int ActiveNotes { get; private set; }

    /// <summary>Takes what was played since the last time.</summary>
    /// <param name="status">The song time now.</param>
    public void Update(LiveStatus status)
    {
        Span<PlayedMessage> messages = played.Read(_messages, out long complete);
        foreach (PlayedMessage message in messages)
        {
            if (message.Frame >= _seen && message.Frame < complete)
            {
                Take(message);
            }
        }

        _seen = complete;
        if (status.IsPlaying)
        {
            MoveTo(status.Ppq);
        }
    }

    private void Take(in PlayedMessage message)
    {
        ShortMessage note = new(0, message.Status, message.Data1, message.Data2);
        ActiveNotes = Math.Max(0, ActiveNotes + (note.IsNoteOn ? 1 : note.IsNoteOff ? -1 : 0));

        // Half a step later is within the step that the note belongs to, though it may come early.
        MoveTo(message.Ppq + (StepQuarters / 2));
        _picture.Add(new RenderedMessage(message.Frame, message.Ppq, message.Elapsed, true, note));
    }

    private void MoveTo(double ppq)
    {
        if (ppq < _ppq - 2 * StepQuarters || ppq > _ppq + 8)
        {
            _picture.JumpTo(ppq);
        }
        else
        {
            _picture.Advance(ppq);
        }

        _ppq = ppq;
    }
}
