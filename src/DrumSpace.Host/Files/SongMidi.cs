using System.Text;
using DrumSpace.Midi;

namespace DrumSpace.Host;

/// <summary>Converts between MIDI files and the messages that go into and come out of plugins.</summary>
public static class SongMidi
{
    /// <summary>The resolution of written files; at 120 quarters per minute a tick is half a millisecond.</summary>
    public const int TicksPerQuarter = 960;

    /// <summary>Reads a file's channel messages, all tracks merged. The file's own tempo is ignored: the transport has its own.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tempo">The song's tempo, which converts the times of files that count in seconds.</param>
    /// <returns>The messages in order of time; of equal times in order of the tracks.</returns>
    public static IReadOnlyList<SongMessage> Read(MidiFile file, TempoCurve tempo)
    {
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

    /// <summary>Makes a file of format 0 from a plugin's output, with the tempo changes; loops are unrolled.</summary>
    /// <param name="rendering">The plugin's output.</param>
    /// <param name="timeSignature">The time signature.</param>
    /// <param name="name">The track's name.</param>
    /// <returns>The file.</returns>
    public static MidiFile Write(Rendering rendering, (int Numerator, int Denominator) timeSignature, string name)
    {
        TrackChunk track = new();
        track.AddMeta(0, MetaType.TrackName, Encoding.UTF8.GetBytes(name));
        track.AddTimeSignature(0, timeSignature.Numerator, timeSignature.Denominator);
        foreach (TempoPoint tempo in rendering.Tempos)
        {
            track.AddTempo(Ticks(tempo.Ppq), tempo.Bpm);
        }

        foreach ((_, _, double quarters, _, ShortMessage message) in rendering.Messages)
        {
            if (message.Status is >= 0x80 and < 0xF0 && (message.Data1 | message.Data2) < 0x80)
            {
                track.Add(Ticks(quarters), message.Status, message.Data1, message.Data2);
            }
        }

        return new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(TicksPerQuarter)) { Tracks = { track } };
    }

    // Messages from before the song's start, while stopped, are written at its start.
    private static long Ticks(double quarters) => Math.Max(0, (long)Math.Round(quarters * TicksPerQuarter));
}
