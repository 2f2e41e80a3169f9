using System.Runtime.InteropServices;

namespace DrumSpace.Midi;

/// <summary>The notes of a track, from its events.</summary>
public static class TrackNotes
{
    private const int None = -1;

    /// <summary>
    /// Pairs note-ons with note-offs: of several sounding notes of one number and channel the oldest ends first. A note that nothing ends
    /// lasts to the end of the track; a note-off that ends nothing is passed over.
    /// </summary>
    /// <param name="track">Its events in order of time, as they are after reading.</param>
    /// <returns>The notes, in the order of their note-ons.</returns>
    public static IReadOnlyList<Note> GetNotes(this TrackChunk track)
    {
        ArgumentNullException.ThrowIfNull(track);
        List<Note> notes = [];

        // A queue of sounding notes per key: the oldest and newest of each, and each note's successor.
        List<int> successors = [];
        Span<int> oldest = stackalloc int[16 * 128];
        Span<int> newest = stackalloc int[16 * 128];
        oldest.Fill(None);
        foreach (ref readonly TrackEvent one in track.Events)
        {
            int key = (one.Channel << 7) | one.Data1;
            if (one.IsNoteOn)
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
                notes.Add(new Note(one.Ticks, track.EndTicks - one.Ticks, one.Channel, one.Data1, one.Data2));
            }
            else if (one.IsNoteOff && oldest[key] != None)
            {
                int index = oldest[key];
                oldest[key] = successors[index];
                ref Note note = ref CollectionsMarshal.AsSpan(notes)[index];
                note = note with { Length = one.Ticks - note.Ticks };
            }
        }

        return notes;
    }
}
