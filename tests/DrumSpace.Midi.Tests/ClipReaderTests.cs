using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

public class ClipReaderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    [InlineData(15)]
    public void A_clip_of_two_bars_is_its_pattern_on_any_channel(int channel)
    {
        Pattern pattern = Beat(new Random(4));
        Assert.Equal(pattern, Read(PatternClip.ToMidiFile(pattern, new ClipForm { Channel = channel, QuartersPerMinute = null })));
    }

    [Fact]
    public void Other_channels_do_not_count_beside_the_drums()
    {
        Pattern pattern = Any(new Random(5));
        MidiFile file = PatternClip.ToMidiFile(pattern, new ClipForm { Format = MidiFileFormat.MultiTrack });
        TrackChunk bass = new();
        bass.AddNote(120, 240, 0, 36, 100);
        file.Tracks.Add(bass);
        Assert.Equal(pattern, Read(file));
    }

    [Fact]
    public void Of_a_longer_clip_the_medoid_counts()
    {
        Pattern odd = Any(new Random(6));
        Pattern usual = Any(new Random(7));
        MidiFile file = PatternClip.ToMidiFile(usual, new ClipForm { Repeats = 4 });
        MidiFile first = PatternClip.ToMidiFile(odd, new ClipForm());
        TrackChunk joined = new();
        foreach (TrackEvent midiEvent in first.Tracks[0].Events)
        {
            if (midiEvent.IsChannelMessage)
            {
                joined.Add(midiEvent.Ticks, midiEvent.Status, midiEvent.Data1, midiEvent.Data2);
            }
        }

        foreach (TrackEvent midiEvent in file.Tracks[0].Events)
        {
            if (midiEvent.IsChannelMessage)
            {
                joined.Add(midiEvent.Ticks + (8 * 480), midiEvent.Status, midiEvent.Data1, midiEvent.Data2);
            }
        }

        MidiFile song = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480));
        song.Tracks.Add(joined);
        Assert.Equal(usual, Read(song));
    }

    [Fact]
    public void A_clip_without_drums_is_refused_with_one_sentence()
    {
        MidiFile empty = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96));
        empty.Tracks.Add(new TrackChunk());
        Assert.Equal("clip.mid: there is no drum pattern: it has no notes.", Assert.Throws<FormatException>(() => Read(empty)).Message);

        MidiFile waltz = PatternClip.ToMidiFile(Any(new Random(8)), new ClipForm { QuartersPerMinute = null });
        waltz.Tracks[0].AddTimeSignature(0, 3, 4);
        Assert.Equal(
            "clip.mid: there is no drum pattern: its drums are in other meters than 4/4.",
            Assert.Throws<FormatException>(() => Read(waltz)).Message);
        var error = Assert.Throws<MidiFormatException>(() => ClipReader.Read([1, 2, 3], "clip.mid", Kit.GeneralMidi));
        Assert.StartsWith("clip.mid: byte 0", error.Message);
    }

    [Fact]
    public void Damaged_clips_are_read_or_refused_with_one_sentence()
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        int read = 0;
        for (int round = 0; round < 2000; round++)
        {
            using MemoryStream stream = new();
            ClipForm form = new() { Channel = random.Next(16), Format = (MidiFileFormat)random.Next(2), Repeats = random.Next(1, 3) };
            PatternClip.ToMidiFile(Beat(random), form).Write(stream);
            byte[] bytes = stream.ToArray();
            for (int i = random.Next(1, 5); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                ReadOnlySpan<byte> given = random.Next(3) == 0 ? bytes.AsSpan(0, random.Next(bytes.Length)) : bytes;
                read += ClipReader.Read(given, "fuzz", Kit.GeneralMidi).HitCount > 0 ? 1 : 0;
            }
            catch (FormatException e)
            {
                Assert.StartsWith("fuzz: ", e.Message);
                Assert.DoesNotContain('\n', e.Message);
            }
        }

        Assert.InRange(read, 100, 1900);
    }

    // Kick, snare, hi-hats and ride.
    private static Pattern Beat(Random random) => new([.. Any(random).Masks.ToArray().Select(mask => (ushort)(mask & 0x127))]);

    private static Pattern Any(Random random) =>
        new([.. Enumerable.Range(0, 32).Select(_ => (ushort)(random.Next(1 << 14) & random.Next(1 << 14)))]);

    private static Pattern Read(MidiFile file)
    {
        using MemoryStream stream = new();
        file.Write(stream);
        return ClipReader.Read(stream.ToArray(), "clip.mid", Kit.GeneralMidi);
    }
}
