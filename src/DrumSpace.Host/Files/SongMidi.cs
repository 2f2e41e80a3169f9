using System.Text;
using DrumSpace.Midi;

namespace DrumSpace.Host;

/// <summary>Converts between MIDI files and the messages that go into and come out of plugins.</summary>
public static class SongMidi
{
    /// <summary>The resolution of written files; at 120 quarters per minute a tick is half a millisecond.</summary>
    public const int TicksPerQuarter = 960;

    // Half a 16th in quarters: no earlier is a hit that is played early.
    private const double Pickup = 0.125;

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

    /// <summary>
    /// Makes a clip of format 0 from a plugin's output, with the tempo changes; loops are unrolled. It ends at the song's end: notes that
    /// sound there are ended, and what the plugin starts later is left out. So is, as a rule, a note that begins in the last half 16th and
    /// sounds on: a drummer's early hit of the bar after.
    /// </summary>
    /// <param name="rendering">The plugin's output.</param>
    /// <param name="timeSignature">The time signature.</param>
    /// <param name="quarters">The song's length in quarters, above 0.</param>
    /// <param name="name">The track's name.</param>
    /// <param name="keepsPickup">Whether a note of the last half 16th is kept: the song ends where somebody stopped it.</param>
    /// <returns>The file.</returns>
    public static MidiFile Write(
        Rendering rendering, (int Numerator, int Denominator) timeSignature, double quarters, string name, bool keepsPickup = false)
    {
        TrackChunk track = new();
        track.AddMeta(0, MetaType.TrackName, Encoding.UTF8.GetBytes(name));
        track.AddTimeSignature(0, timeSignature.Numerator, timeSignature.Denominator);
        foreach (TempoPoint tempo in rendering.Tempos.Where(tempo => tempo.Ppq < quarters))
        {
            track.AddTempo(Ticks(tempo.Ppq), tempo.Bpm);
        }

        RenderedMessage[] messages = [.. rendering.Messages.Where(one => one.Quarters < quarters)];
        AddMessages(track, keepsPickup ? messages : WithoutPickup(messages, quarters), Ticks(quarters));
        track.EndTicks = Ticks(quarters);
        return new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(TicksPerQuarter)) { Tracks = { track } };
    }

    private static List<RenderedMessage> WithoutPickup(RenderedMessage[] messages, double end)
    {
        HashSet<(int Channel, int Note)> ended = [];
        List<RenderedMessage> kept = [];
        for (int index = messages.Length - 1; index >= 0; index--)
        {
            ShortMessage message = messages[index].Message;
            (int, int) key = (message.Channel, message.Data1);
            bool soundsOn = message.IsNoteOn && !ended.Remove(key);
            if (message.IsNoteOff)
            {
                ended.Add(key);
            }

            if (!soundsOn || messages[index].Quarters < end - Pickup)
            {
                kept.Add(messages[index]);
            }
        }

        kept.Reverse();
        return kept;
    }

    private static void AddMessages(TrackChunk track, IEnumerable<RenderedMessage> messages, long end)
    {
        Dictionary<(int Channel, int Note), int> sounding = [];
        foreach ((_, _, double quarters, _, ShortMessage message) in messages)
        {
            if (message.Status is < 0x80 or >= 0xF0 || (message.Data1 | message.Data2) >= 0x80)
            {
                continue;
            }

            // A note-on that rounds to the end would begin the next bar.
            track.Add(Math.Min(Ticks(quarters), message.IsNoteOn ? end - 1 : end), message.Status, message.Data1, message.Data2);
            if (message.IsNoteOn || message.IsNoteOff)
            {
                (int, int) key = (message.Channel, message.Data1);
                sounding[key] = Math.Max(0, sounding.GetValueOrDefault(key) + (message.IsNoteOn ? 1 : -1));
            }
        }

        foreach (((int channel, int note), int count) in sounding)
        {
            for (int i = 0; i < count; i++)
            {
                track.Add(end, (byte)(0x80 | channel), (byte)note, 64);
            }
        }
    }

    // Messages from before the song's start, while stopped, are written at its start.
    private static long Ticks(double quarters) => Math.Max(0, (long)Math.Round(quarters * TicksPerQuarter));
}
