using DrumSpace.Midi;

namespace DrumSpace.Host;

/// <summary>Between MIDI files and what is played into plugins and comes out of them.</summary>
public static class SongMidi
{
    /// <summary>Ticks a quarter note of written files: at 120 quarters a minute half a millisecond each.</summary>
    public const int TicksPerQuarter = 960;

    /// <summary>Takes a file's channel messages, all tracks merged by time. The file's own tempo is not taken: the transport's rules.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tempo">The song's tempo, by which files that count seconds are placed.</param>
    /// <returns>The messages in order of time; where times are equal in order of the tracks.</returns>
    public static IReadOnlyList<SongMessage> Read(MidiFile file, TempoCurve tempo)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tempo);
        List<SongMessage> messages = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (TrackEvent one in track.Events)
            {
                if (one.IsChannelMessage)
                {
                    double quarters = file.Division.IsSmpte
                        ? tempo.PpqAt(one.Ticks / file.Division.TicksPerSecond)
                        : (double)one.Ticks / file.Division.TicksPerQuarter;
                    messages.Add(new SongMessage(quarters, one.Status, one.Data1, one.Data2));
                }
            }
        }

        return [.. messages.OrderBy(m => m.Quarters)];
    }

    /// <summary>Makes a file of format 0 of what a plugin emitted, with the tempo that ran; loops stand unrolled.</summary>
    /// <param name="rendering">What the plugin emitted.</param>
    /// <param name="timeSignature">Beats in a bar and their note value.</param>
    /// <param name="name">The track's name.</param>
    /// <returns>The file.</returns>
    public static MidiFile Write(Rendering rendering, (int Numerator, int Denominator) timeSignature, string name)
    {
        ArgumentNullException.ThrowIfNull(rendering);
        ArgumentNullException.ThrowIfNull(name);
        TrackChunk track = new();
        track.AddMeta(0, MetaType.TrackName, System.Text.Encoding.UTF8.GetBytes(name));
        track.AddTimeSignature(0, timeSignature.Numerator, timeSignature.Denominator);
        foreach (TempoPoint tempo in rendering.Tempos)
        {
            track.AddTempo(Ticks(tempo.Ppq), tempo.Bpm);
        }

        foreach (RenderedMessage one in rendering.Messages)
        {
            ShortMessage message = one.Message;
            if (message.Status is >= 0x80 and < 0xF0 && (message.Data1 | message.Data2) < 0x80)
            {
                track.Add(Ticks(one.Quarters), message.Status, message.Data1, message.Data2);
            }
        }

        return new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(TicksPerQuarter)) { Tracks = { track } };
    }

    // What a plugin says before the song's start (while stopped) stands at its beginning.
    private static long Ticks(double quarters) => Math.Max(0, (long)Math.Round(quarters * TicksPerQuarter));
}
