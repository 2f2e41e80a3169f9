namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>The notes of one channel of one track in a 4/4 part, on its 16th grid, in order of their starts.</summary>
internal sealed class PitchedPart
{
    private PitchedPart(IReadOnlyList<GridNote> notes) => Notes = notes;

    /// <summary>The notes.</summary>
    public IReadOnlyList<GridNote> Notes { get; }

    /// <summary>The channels of all tracks that have notes in a part, except the drums' channel.</summary>
    public static IReadOnlyList<PitchedPart> Of(MidiFile file, FourFourPart part, int drumChannel)
    {
        List<PitchedPart> found = [];
        foreach (TrackChunk track in file.Tracks)
        {
            var channels = new List<GridNote>?[16];
            List<(long Ticks, int Channel, int Program)> programs = [];
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                if ((midiEvent.Status & 0xF0) == 0xC0)
                {
                    programs.Add((midiEvent.Ticks, midiEvent.Channel, midiEvent.Data1));
                }
            }

            foreach (Note note in track.GetNotes())
            {
                if (note.Channel != drumChannel && part.TryGetStep(note.Ticks, out long step))
                {
                    int program = programs.FindLast(change => change.Channel == note.Channel && change.Ticks <= note.Ticks).Program;
                    long end = Math.Max(step + 1, part.StepOf(note.Ticks + note.Length));
                    (channels[note.Channel] ??= []).Add(new GridNote(step, end, note.Number, program));
                }
            }

            found.AddRange(channels.OfType<List<GridNote>>().Select(notes => new PitchedPart(notes)));
        }

        return found;
    }

    /// <summary>A note on the grid.</summary>
    /// <param name="Step">Its start, in 16ths from the part's start.</param>
    /// <param name="End">Its end, at least a 16th later.</param>
    /// <param name="Number">The MIDI note.</param>
    /// <param name="Program">The program that plays it.</param>
    public readonly record struct GridNote(long Step, long End, int Number, int Program);
}
