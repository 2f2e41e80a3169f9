using System.Runtime.InteropServices;

namespace DrumSpace.Midi;

/// <summary>The notes of a track, from its events.</summary>
public static class TrackNotes
{
    private const int None = -1;

    /// <summary>
    /// Pairs note-ons with note-offs: of several sounding notes of one number and channel the oldest ends first. A note without a note-off
    /// lasts to the end of the track; a note-off without a note is ignored.
    /// </summary>
    /// <param name="track">A track with its events in order of time, as after reading.</param>
    /// <returns>The notes in order of their note-ons.</returns>
    public static IReadOnlyList<Note> GetNotes(this TrackChunk track)
    {
        ArgumentNullException.ThrowIfNull(track);
        List<Note> notes = [];

        // A queue of sounding notes per key: the oldest, the newest, and each note's successor.
        List<int> successors = [];
        Span<int> oldest = stackalloc int[16 * 128];
        Span<int> newest = stackalloc int[16 * 128];
        oldest.Fill(None);
        foreach (ref readonly TrackEvent midiEvent in track.Events)
        {
            int key = (midiEvent.Channel << 7) | midiEvent.Data1;
            if (midiEvent.IsNoteOn)
            {
                if (oldest[key] == None)
                {
                    oldest[key] = notes.Count;
                }
                else
                {
                    successors[newest[key]] = notes.Count;
                }

                newest[key] = notes.Count;
                successors.Add(None);
                notes.Add(new Note(midiEvent.Ticks, track.EndTicks - midiEvent.Ticks, midiEvent.Channel, midiEvent.Data1, midiEvent.Data2));
            }
            else if (midiEvent.IsNoteOff && oldest[key] != None)
            {
                int index = oldest[key];
                oldest[key] = successors[index];
                ref Note note = ref CollectionsMarshal.AsSpan(notes)[index];
                note = note with { Length = midiEvent.Ticks - note.Ticks };
            }
        }

        return notes;
    }
}
