using DrumSpace.Music;

namespace DrumSpace.Midi.Clips;

/// <summary>Writes patterns as MIDI clips of two bars of 4/4, or repeats of them.</summary>
public static class PatternClip
{
    // Hits of a step are written in order of their notes.
    private static readonly Voice[] ByNote = [.. Enum.GetValues<Voice>().OrderBy(Kit.NoteOf)];

    /// <summary>Makes the clip of a pattern, with General MIDI notes.</summary>
    /// <exception cref="ArgumentException">A value of the form is outside its range.</exception>
    public static MidiFile ToMidiFile(in Pattern pattern, ClipForm form)
    {
        Check(form);
        MidiFile file = new(form.Format, TimeDivision.Ppq(form.TicksPerQuarter));
        TrackChunk track = new();
        file.Tracks.Add(track);
        if (form.Name is { } name)
        {
            track.AddText(0, MetaType.TrackName, name);
        }

        if (form.QuartersPerMinute is { } tempo)
        {
            track.AddTempo(0, tempo);
            track.AddTimeSignature(0, 4, 4);
        }

        int stepTicks = form.TicksPerQuarter / form.StepsPerQuarter;
        long gate = form.Gate is { } part ? Math.Max(1, (long)(stepTicks * part)) : 0;
        int steps = form.Repeats * Pattern.StepCount;
        for (int step = 0; step < steps; step++)
        {
            AddStep(track, pattern[step % Pattern.StepCount], (long)step * stepTicks, gate, form);
        }

        track.EndTicks = (long)(steps + form.TailSteps) * stepTicks;
        return file;
    }

    private static void AddStep(TrackChunk track, ushort mask, long ticks, long gate, ClipForm form)
    {
        foreach (Voice voice in ByNote)
        {
            if ((mask >> (int)voice & 1) == 0)
            {
                continue;
            }

            track.Add(ticks, (byte)(0x90 | form.Channel), Kit.NoteOf(voice), (byte)form.Velocity);
            if (gate > 0)
            {
                track.Add(ticks + gate, (byte)(0x80 | form.Channel), Kit.NoteOf(voice), 64);
            }
        }
    }

    private static void Check(ClipForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Format == MidiFileFormat.MultiSequence || form.StepsPerQuarter < 1 || form.TicksPerQuarter < 1
            || form.TicksPerQuarter % form.StepsPerQuarter != 0 || form.Repeats < 1 || form.TailSteps < 0
            || form.Velocity is < 1 or > 127 || form.Channel is < 0 or > 15 || form.Gate is <= 0 or > 1)
        {
            throw new ArgumentException("A value of the clip's form is outside its range.", nameof(form));
        }
    }
}
