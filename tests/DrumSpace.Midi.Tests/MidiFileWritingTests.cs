using DrumSpace.Music;
using DrumSpace.Midi.Clips;

namespace DrumSpace.Midi.Tests;

public class MidiFileWritingTests
{
    [Fact]
    public void A_track_is_written_byte_for_byte_as_the_specification_says()
    {
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96));
        TrackChunk track = new();
        track.AddNote(0, 96, 9, 36, 100);
        track.Add(96, 0xC9, 5);
        track.AddTempo(0, 120);
        track.AddTimeSignature(0, 4, 4);
        track.EndTicks = 384;
        file.Tracks.Add(track);
        byte[] expected =
        [
            .. Smf.Header(), .. Smf.Track("00 992464  00 FF510307A120  00 FF580404021808  60 892440  00 C905  8220 FF2F00"),
        ];
        Assert.Equal(expected, Write(file));
    }

    [Fact]
    public void Running_status_omits_repeated_status_bytes()
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(96));
        TrackChunk track = new();
        track.Add(0, 0x99, 36, 100);
        track.Add(24, 0x99, 38, 100);
        track.AddMeta(24, MetaType.Marker, [0x41]);
        track.Add(48, 0x99, 36, 100);
        file.Tracks.Add(track);
        using MemoryStream written = new();
        file.Write(written, runningStatus: true);
        Assert.Equal([.. Smf.Header(1), .. Smf.Track("00 992464  18 2664  00 FF060141  18 992464  00 FF2F00")], written.ToArray());
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        Random random = new(1402);
        for (int round = 0; round < 200; round++)
        {
            MidiFile file = RandomFile(random);
            using MemoryStream written = new();
            file.Write(written, runningStatus: round % 2 == 0);
            MidiFile back = MidiFile.Read(written.ToArray(), "round trip");
            Assert.Equal((file.Format, file.Division), (back.Format, back.Division));
            Assert.Equal(Smf.Describe(file), Smf.Describe(back));
        }
    }

    [Fact]
    public void What_does_not_fit_into_a_file_is_refused()
    {
        MidiFile twoTracks = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96)) { Tracks = { new(), new() } };
        Assert.Throws<InvalidOperationException>(() => Write(twoTracks));
        MidiFile tooFar = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96)) { Tracks = { new() { EndTicks = 0x10000000 } } };
        Assert.Throws<InvalidOperationException>(() => Write(tooFar));
        TrackChunk track = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => track.Add(0, 0xF0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => track.Add(0, 0x90, 128));
        Assert.Throws<ArgumentOutOfRangeException>(() => track.Add(-1, 0x90, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => track.AddTempo(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => track.AddTimeSignature(0, 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => track.AddMeta(0, MetaType.EndOfTrack, []));
    }

    [Fact]
    public void A_clip_is_two_bars_exactly_and_every_note_ends()
    {
        ushort[] masks = [.. Enumerable.Range(0, 32).Select(step => (ushort)(step % 2 == 0 ? 5 : 0x3FFF))];
        MidiFile clip = PatternClip.ToMidiFile(new Pattern(masks), new ClipForm());
        Assert.Equal(8 * 480, clip.Tracks[0].EndTicks);
        IReadOnlyList<Note> notes = clip.Tracks[0].GetNotes();
        Assert.Equal(16 * 2 + 16 * 14, notes.Count);
        Assert.All(notes, note => Assert.Equal((60, 0, 9), (note.Length, note.Ticks % 120, note.Channel)));
        Assert.Throws<ArgumentException>(() => PatternClip.ToMidiFile(default, new ClipForm { TicksPerQuarter = 90 }));
    }

    private static byte[] Write(MidiFile file)
    {
        using MemoryStream written = new();
        file.Write(written);
        return written.ToArray();
    }

    private static MidiFile RandomFile(Random random)
    {
        MidiFileFormat format = (MidiFileFormat)random.Next(3);
        MidiFile file = new(format, TimeDivision.Ppq(random.Next(1, 32768)));
        for (int i = format == MidiFileFormat.SingleTrack ? 1 : random.Next(1, 5); i > 0; i--)
        {
            TrackChunk track = new();
            long now = 0;
            for (int n = random.Next(50); n > 0; n--)
            {
                now += random.Next(4) == 0 ? random.Next(0x0FFFFFFF) : random.Next(300);
                var payload = new byte[random.Next(300)];
                random.NextBytes(payload);
                switch (random.Next(4))
                {
                    case 0:
                        track.AddMeta(now, (MetaType)random.Next(0x2F), payload);
                        break;
                    case 1:
                        track.AddSystemExclusive(now, payload, random.Next(2) == 0);
                        break;
                    default:
                        byte status = (byte)random.Next(0x80, 0xF0);
                        track.Add(now, status, (byte)random.Next(128), (status & 0xE0) == 0xC0 ? (byte)0 : (byte)random.Next(128));
                        break;
                }
            }

            track.EndTicks = now + random.Next(1000);
            file.Tracks.Add(track);
        }

        return file;
    }
}
