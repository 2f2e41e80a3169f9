using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Midi.Clips;

/// <summary>
/// Writes captured bars as MIDI clips of <see cref="CaptureClip.TicksPerQuarter"/>; every track ends at the last bar line.
/// </summary>
public static class CaptureClipFile
{
    /// <summary>Makes the file of a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="form">
    /// The file's form. With a track per voice, the first track has the tempo only, and parts without notes have no track.
    /// </param>
    public static MidiFile ToMidiFile(CaptureClip clip, CaptureClipForm form)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(form);
        MidiFileFormat format = form.TrackPerVoice ? MidiFileFormat.MultiTrack : MidiFileFormat.SingleTrack;
        MidiFile file = new(format, TimeDivision.Ppq(CaptureClip.TicksPerQuarter));
        TrackChunk first = Add(file, form.Name);
        if (form.WithTempo)
        {
            AddTime(first, clip);
        }

        if (form.TrackPerVoice)
        {
            foreach (IGrouping<int, CaptureNote> part in clip.Notes.GroupBy(note => note.Part).OrderBy(part => part.Key))
            {
                AddNotes(Add(file, part.Key < CaptureClip.MelodyPart ? Kit.NameOf((Voice)part.Key) : "Melody"), part);
            }
        }
        else
        {
            AddNotes(first, clip.Notes);
        }

        foreach (TrackChunk track in file.Tracks)
        {
            track.EndTicks = clip.Ticks;
        }

        return file;
    }

    private static TrackChunk Add(MidiFile file, string? name)
    {
        TrackChunk track = new();
        file.Tracks.Add(track);
        if (name != null)
        {
            track.AddText(0, MetaType.TrackName, name);
        }

        return track;
    }

    private static void AddTime(TrackChunk track, CaptureClip clip)
    {
        foreach (CaptureSignature signature in clip.Signatures)
        {
            track.AddTimeSignature(signature.Ticks, signature.Numerator, signature.Denominator);
        }

        foreach (CaptureTempo tempo in clip.Tempos)
        {
            // The minimum of the file's three bytes.
            track.AddTempo(tempo.Ticks, Math.Max(tempo.QuartersPerMinute, 3.6));
        }
    }

    // Note-offs come before note-ons at the same tick, so that they do not end the next note of the same pitch.
    private static void AddNotes(TrackChunk track, IEnumerable<CaptureNote> notes)
    {
        List<(long Ticks, bool IsOn, CaptureNote Note)> edges = [];
        foreach (CaptureNote note in notes)
        {
            edges.Add((note.Ticks, true, note));
            edges.Add((note.Ticks + note.Length, false, note));
        }

        foreach ((long ticks, bool isOn, CaptureNote note) in edges.OrderBy(edge => (edge.Ticks, edge.IsOn)))
        {
            int status = (isOn ? 0x90 : 0x80) | note.Channel;
            track.Add(ticks, (byte)status, (byte)note.Number, (byte)(isOn ? note.Velocity : 64));
        }
    }
}
