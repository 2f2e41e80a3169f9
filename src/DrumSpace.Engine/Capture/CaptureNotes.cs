using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>
/// Collects the notes of a clip: those that begin in it, but the early hits of the bar after it; and the early hits of its first bar, put
/// at its start. Any thread but the audio thread.
/// </summary>
/// <param name="start">The clip's first tick.</param>
/// <param name="end">The tick at which it ends.</param>
internal sealed class CaptureNotes(long start, long end)
{
    private readonly List<CaptureNote> _notes = [];
    private readonly Dictionary<(int Channel, int Number), (int Index, long From)> _active = [];

    /// <summary>Collects the notes of the timeline's events, in order of their starts.</summary>
    public static List<CaptureNote> Of(ReadOnlySpan<CaptureEvent> events, long start, long end)
    {
        CaptureNotes notes = new(start, end);
        for (int index = 0; index < events.Length; index++)
        {
            CaptureEvent note = events[index];
            if (note.Kind == CaptureEventKind.NoteOff)
            {
                notes.End(note);
            }
            else if (note.Kind == CaptureEventKind.NoteOn)
            {
                notes.Begin(note, note.IsOfNextBar ? NextBar(events[index..]) : note.Ticks);
            }
        }

        notes._notes.Sort((one, other) => (one.Ticks, one.Part, one.Number).CompareTo((other.Ticks, other.Part, other.Number)));
        return notes._notes;
    }

    // The bar that an early hit belongs to may not have come, or another one in its place.
    private static long NextBar(ReadOnlySpan<CaptureEvent> events)
    {
        foreach (CaptureEvent line in events)
        {
            if (line.Kind == CaptureEventKind.Bar)
            {
                return line.IsAfterJump ? long.MaxValue : line.Ticks;
            }
        }

        return long.MaxValue;
    }

    private static bool IsSame(in CaptureNote one, in CaptureNote other) =>
        (one.Ticks, one.Channel, one.Number, one.Part) == (other.Ticks, other.Channel, other.Number, other.Part);

    private void Begin(in CaptureEvent note, long belongsAt)
    {
        if (belongsAt < start || belongsAt >= end)
        {
            return;
        }

        long ticks = Math.Max(note.Ticks, start) - start;
        CaptureNote begun = new(ticks, end - start - ticks, note.Channel, note.Number, note.Velocity, note.Part);

        // A song that was stopped between an early hit and its bar line plays the hit again.
        int before = ticks == 0 ? _notes.FindIndex(other => IsSame(other, begun)) : -1;
        if (before < 0)
        {
            before = _notes.Count;
            _notes.Add(begun);
        }

        _notes[before] = begun;
        _active[(note.Channel, note.Number)] = (before, note.Ticks);
    }

    private void End(in CaptureEvent noteOff)
    {
        if (_active.Remove((noteOff.Channel, noteOff.Number), out (int Index, long From) active))
        {
            CaptureNote note = _notes[active.Index];
            long length = Math.Min(noteOff.Ticks - active.From, end - start - note.Ticks);
            _notes[active.Index] = note with { Length = Math.Max(length, 1) };
        }
    }
}
