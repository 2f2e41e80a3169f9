using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>Our files, read by Debian's python3-mido.</summary>
public class MidoComparisonTests
{
    private const string Dump = """
        import sys, mido
        midi = mido.MidiFile(sys.argv[1])
        print(midi.type, midi.ticks_per_beat, len(midi.tracks))
        for track in midi.tracks:
            now = 0
            for message in track:
                now += message.time
                data = message.bytes()
                print(now, "".join("%02X" % byte for byte in data))
        """;

    [Fact]
    public void A_clip_reads_the_same_in_mido()
    {
        Random random = new(77);
        Pattern pattern = new([.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(1 << 14))]);
        Compare(PatternClip.ToMidiFile(pattern, new ClipForm { QuartersPerMinute = 174.5 }), runningStatus: false);
        Compare(PatternClip.ToMidiFile(pattern, ClipForm.Published), runningStatus: true);
    }

    [Fact]
    public void Every_kind_of_event_reads_the_same_in_mido()
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480));
        TrackChunk head = new();
        head.AddTempo(0, 93.75);
        head.AddTimeSignature(0, 7, 8);
        head.AddMeta(5, MetaType.TrackName, "Drums"u8);
        head.AddSystemExclusive(9, [0x7E, 0x7F, 0x09, 0x01, 0xF7]);
        TrackChunk music = new();
        music.Add(0, 0xC9, 5);
        music.Add(0, 0xB9, 7, 100);
        music.AddNote(16383, 128, 9, 38, 1);
        music.Add(16384, 0xE0, 0, 64);
        music.Add(2097152, 0xA3, 60, 3);
        music.Add(2097153, 0xD3, 60);
        file.Tracks.Add(head);
        file.Tracks.Add(music);
        Compare(file, runningStatus: false);
        Compare(file, runningStatus: true);
    }

    private static void Compare(MidiFile file, bool runningStatus)
    {
        string path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
        file.Write(path, runningStatus);
        try
        {
            Assert.Equal(Describe(MidiFile.Read(path)), Mido.Run(Dump, path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Describe(MidiFile file)
    {
        List<string> lines = [$"{(int)file.Format} {file.Division.TicksPerQuarter} {file.Tracks.Count}"];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (TrackEvent midiEvent in track.Events)
            {
                lines.Add($"{midiEvent.Ticks} {Bytes(track, midiEvent)}");
            }

            lines.Add($"{track.EndTicks} FF2F00");
        }

        return string.Join('\n', lines);
    }

    private static string Bytes(TrackChunk track, in TrackEvent midiEvent)
    {
        string payload = Convert.ToHexString(track.PayloadOf(midiEvent));
        return midiEvent.IsMeta ? $"FF{midiEvent.Data1:X2}{payload.Length / 2:X2}{payload}"
            : !midiEvent.IsChannelMessage ? $"{midiEvent.Status:X2}{payload}"
            : (midiEvent.Status & 0xE0) == 0xC0 ? $"{midiEvent.Status:X2}{midiEvent.Data1:X2}"
            : $"{midiEvent.Status:X2}{midiEvent.Data1:X2}{midiEvent.Data2:X2}";
    }
}
