using DrumSpace.Midi.Songs;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;

namespace DrumSpace.Midi.Tests.Songs;

public class SongFileTests
{
    private static readonly Song Short = new()
    {
        Form = new SongForm([new(SectionKind.Intro, 2), new(SectionKind.Verse, 4), new(SectionKind.Verse, 2)]),
        Key = new MusicalKey(9, KeyMode.Minor),
        QuartersPerMinute = 96,
        Drums =
        [
            new(0, Voice.BassDrum, 100, -0.4f), new(1, Voice.Snare, 90, 0.45f), new(2, Voice.Snare, 80, -0.45f),
            new(127, Voice.Snare, 70, 0.45f),
        ],
        Bass = [new(0, 4, 33, 90), new(4, 2, 33, 91)],
        Lead = [new(120, 8, 69, 99)],
    };

    [Fact]
    public void The_first_track_has_title_tempo_signatures_and_section_markers() =>
        Assert.Equal(
            """
            0 FF 03 00 53C3A96C
            0 FF 51 00 098968
            0 FF 58 00 04021808
            0 FF 59 00 0001
            0 FF 06 00 496E74726F
            3840 FF 06 00 56657273652031
            11520 FF 06 00 56657273652032
            15360 end
            """.ReplaceLineEndings("\n"),
            Describe(0));

    [Fact]
    public void Notes_lie_on_their_steps_and_drums_beside_them() =>
        Assert.Equal(
            """
            0 FF 03 00 4472756D73
            0 99 24 64
            60 89 24 40
            174 99 26 5A
            186 89 26 40
            186 99 26 50
            246 89 26 40
            15294 99 26 46
            15354 89 26 40
            15360 end
            """.ReplaceLineEndings("\n"),
            Describe(1));

    [Fact]
    public void Lines_choose_their_instruments_and_end_each_note_before_the_next()
    {
        Assert.Equal(
            "0 FF 03 00 42617373\n0 C1 21 00\n0 91 21 5A\n480 81 21 40\n480 91 21 5B\n720 81 21 40\n15360 end", Describe(2));
        Assert.Equal("0 FF 03 00 4C656164\n0 C0 51 00\n14400 90 45 63\n15360 80 45 40\n15360 end", Describe(3));
    }

    [Fact]
    public void The_file_has_format_1_and_four_tracks()
    {
        MidiFile file = Read();
        Assert.Equal((MidiFileFormat.MultiTrack, 480, 4), (file.Format, file.Division.TicksPerQuarter, file.Tracks.Count));
    }

    // From the circle of fifths: C# major has seven sharps, and Ab minor seven flats.
    [Theory]
    [InlineData(0, KeyMode.Major, 0)]
    [InlineData(7, KeyMode.Major, 1)]
    [InlineData(6, KeyMode.Major, 6)]
    [InlineData(1, KeyMode.Major, 7)]
    [InlineData(5, KeyMode.Major, -1)]
    [InlineData(8, KeyMode.Major, -4)]
    [InlineData(9, KeyMode.Minor, 0)]
    [InlineData(6, KeyMode.Minor, 3)]
    [InlineData(3, KeyMode.Minor, -6)]
    [InlineData(8, KeyMode.Minor, -7)]
    public void Keys_have_their_sharps_and_flats(int tonic, KeyMode mode, int sharps) =>
        Assert.Equal(sharps, KeySignature.SharpsOf(new MusicalKey(tonic, mode)));

    [Fact]
    public void Every_key_signature_names_a_key_of_its_tonic()
    {
        // Each sharp moves the tonic up a fifth; a minor key's signature is that of the major key three semitones above.
        for (int tonic = 0; tonic < 12; tonic++)
        {
            Assert.Equal(tonic, (KeySignature.SharpsOf(new MusicalKey(tonic, KeyMode.Major)) * 7 + 84) % 12);
            Assert.Equal((tonic + 3) % 12, (KeySignature.SharpsOf(new MusicalKey(tonic, KeyMode.Minor)) * 7 + 84) % 12);
        }
    }

    [Fact]
    public void A_song_is_read_back_as_bars_with_markers()
    {
        SongBars song = SongBars.Of(Read(), Kit.GeneralMidi);
        Assert.Equal([(0, "Intro"), (2, "Verse 1"), (6, "Verse 2")], song.Marks);
        Assert.Equal(8, song.Bars.Count);
        Assert.Equal(
            [(3, 2), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 1)], song.Bars.Select(bar => (bar.HitCount, bar.NoteCount)));
    }

    [Fact]
    public void Silence_around_the_song_other_meters_and_unknown_drums_are_left_out()
    {
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96));
        TrackChunk track = new();
        track.AddTimeSignature(0, 3, 4);
        track.AddNote(0, 10, 9, 36, 100);
        track.AddTimeSignature(3 * 96, 4, 4);
        long start = 3 * 96 + 384;
        track.AddMeta(3 * 96, MetaType.Marker, "too early"u8);
        track.AddMeta(start, MetaType.Marker, "begins"u8);
        track.AddNote(start, 10, 9, 36, 100);
        track.AddNote(start + 3 * 384 - 12, 10, 0, 60, 100);
        track.AddNote(start + 5 * 384, 10, 9, 54, 100);
        file.Tracks.Add(track);
        SongBars song = SongBars.Of(file, Kit.GeneralMidi);

        // A 32nd before the bar rounds to the bar; a tambourine has no voice.
        Assert.Equal([(1, 0), (0, 0), (0, 0), (0, 1)], song.Bars.Select(bar => (bar.HitCount, bar.NoteCount)));
        Assert.Equal([(0, "begins")], song.Marks);
        Assert.Empty(SongBars.Of(new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96)), Kit.GeneralMidi).Bars);
    }

    private static MidiFile Read()
    {
        using MemoryStream bytes = new();
        SongFile.ToMidiFile(Short, "Sél").Write(bytes);
        return MidiFile.Read(bytes.ToArray(), "song");
    }

    private static string Describe(int track)
    {
        MidiFile one = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480));
        one.Tracks.Add(Read().Tracks[track]);
        return Smf.Describe(one);
    }
}
