using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;

namespace DrumSpace.Midi.Songs;

/// <summary>
/// Writes songs as MIDI files of format 1: tempo, signatures and section markers on the first track, then drums, bass and lead.
/// </summary>
public static class SongFile
{
    /// <summary>Ticks per quarter note.</summary>
    public const int TicksPerQuarter = 480;

    private const int StepTicks = TicksPerQuarter / 4;
    private const int BarTicks = Pattern.StepsPerBar * StepTicks;
    private const int DrumGate = StepTicks / 2;
    private const int BassChannel = 1, LeadChannel = 0;
    private const byte FingeredBass = 33, SawLead = 81;
    private const byte ProgramChange = 0xC0;

    /// <summary>Makes the file of a song. Every track ends at the last bar line.</summary>
    /// <param name="song">The song.</param>
    /// <param name="title">The name of the first track.</param>
    public static MidiFile ToMidiFile(Song song, string title)
    {
        ArgumentNullException.ThrowIfNull(song);
        long end = (long)song.Form.Bars * BarTicks;
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(TicksPerQuarter));
        foreach (TrackChunk track in (TrackChunk[])
        [
            Conductor(song, title),
            Drums(song, end),
            Melody("Bass", BassChannel, FingeredBass, song.Bass),
            Melody("Lead", LeadChannel, SawLead, song.Lead),
        ])
        {
            track.EndTicks = end;
            file.Tracks.Add(track);
        }

        return file;
    }

    private static TrackChunk Conductor(Song song, string title)
    {
        TrackChunk track = Named(title);
        track.AddTempo(0, song.QuartersPerMinute);
        track.AddTimeSignature(0, 4, 4);
        byte isMinor = song.Key.Mode == KeyMode.Major ? (byte)0 : (byte)1;
        track.AddMeta(0, MetaType.KeySignature, [(byte)(sbyte)KeySignature.SharpsOf(song.Key), isMinor]);
        long start = 0;
        foreach ((Section section, string name) in song.Form.Sections.Zip(song.Form.SectionNames))
        {
            track.AddText(start, MetaType.Marker, name);
            start += (long)section.Bars * BarTicks;
        }

        return track;
    }

    private static TrackChunk Drums(Song song, long end)
    {
        TrackChunk track = Named("Drums");
        foreach (IGrouping<Voice, DrumHit> voice in song.Drums.GroupBy(hit => hit.Voice).OrderBy(voice => voice.Key))
        {
            // A late hit ends before the next hit of its voice.
            (DrumHit Hit, long Ticks)[] hits = [.. voice.Select(hit => (hit, TicksOf(hit)))];
            for (int i = 0; i < hits.Length; i++)
            {
                long next = i + 1 < hits.Length ? hits[i + 1].Ticks : end;
                long length = Math.Min(DrumGate, next - hits[i].Ticks);
                track.AddNote(hits[i].Ticks, length, MidiChannel.Drums, Kit.NoteOf(voice.Key), hits[i].Hit.Velocity);
            }
        }

        return track;
    }

    private static long TicksOf(in DrumHit hit) =>
        Math.Max(0, (long)hit.Step * StepTicks + (long)MathF.Round(hit.Offset * (StepTicks - 1)));

    private static TrackChunk Melody(string name, int channel, byte program, IReadOnlyList<SongNote> notes)
    {
        TrackChunk track = Named(name);
        track.Add(0, (byte)(ProgramChange | channel), program);
        foreach (SongNote note in notes)
        {
            track.AddNote((long)note.Step * StepTicks, (long)note.Length * StepTicks, channel, note.Number, note.Velocity);
        }

        return track;
    }

    private static TrackChunk Named(string name)
    {
        TrackChunk track = new();
        track.AddText(0, MetaType.TrackName, name);
        return track;
    }
}
