using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Midi.Corpus.Melody;
using DrumSpace.Midi.Songs;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>Which notes of a file are its drums, and what is said of the others.</summary>
public class DrumPartTests
{
    private const int Step = 120;

    [Fact]
    public void Files_with_the_edges_of_V_Drums_are_read_as_the_Groove_MIDI_Dataset_maps_them()
    {
        // Its table "Drum Mapping": 22 closed hi-hat (edge), 26 open hi-hat (edge), 58 third tom (rim).
        (PatternExtractor extractor, Pattern[] patterns) = Extract(Drums((0, 22), (4, 26), (8, 58)));
        Assert.Equal([(Voice.ClosedHiHat, 0), (Voice.OpenHiHat, 4), (Voice.LowFloorTom, 8)], Hits(patterns.Single()));
        Assert.Equal(new ReadingTally { Hits = 3 }, extractor.Tally);
    }

    [Fact]
    public void Without_these_edges_58_is_General_MIDIs_vibraslap() =>
        Assert.Equal([(Voice.Vibraslap, 0)], Hits(Extract(Drums((0, 58))).Patterns.Single()));

    [Fact]
    public void Another_kit_reads_by_its_own_map()
    {
        KitMap map = new("Mine", new Dictionary<Voice, byte> { [Voice.Snare] = 22, [Voice.BassDrum] = 60 }, new Dictionary<byte, Voice>());
        Assert.Equal([(Voice.Snare, 0), (Voice.BassDrum, 1)], Hits(Extract(Drums((0, 22), (1, 60)), Kit.Of(map)).Patterns.Single()));
        Assert.Same(Kit.GeneralMidi, Kit.Of(KitMap.GeneralMidi));
    }

    [Fact]
    public void With_a_drum_channel_its_notes_are_the_drums_and_no_others()
    {
        TrackChunk track = Drums((0, 36), (4, 36));
        track.AddNote(2 * Step, 10, 0, 22, 100);
        track.AddNote(3 * Step, 10, 5, 38, 100);
        Kit first = Kit.GeneralMidi.OnChannel(1);
        (PatternExtractor extractor, Pattern[] patterns) = Extract(track, first);
        Assert.Equal([(Voice.ClosedHiHat, 2)], Hits(patterns.Single()));
        Assert.Equal(new ReadingTally { Hits = 1 }, extractor.Tally);
        extractor = Extract(track, Kit.GeneralMidi.OnChannel(2)).Extractor;
        Assert.Equal("it has no note on channel 2", extractor.Absence);
        Assert.Equal(1, extractor.Tally.FilesWithoutDrums);
        Assert.Throws<ArgumentOutOfRangeException>(() => Kit.GeneralMidi.OnChannel(17));
    }

    [Fact]
    public void What_means_no_drum_is_off_the_grid_or_in_another_meter_is_counted()
    {
        TrackChunk track = Drums((0, 36), (1, 54), (2, 56));

        // Triplets of 8ths: 160 and 320 of 480 ticks are 1.33 and 2.67 16ths.
        track.AddNote(480 + 160, 10, MidiChannel.Drums, 38, 100);
        track.AddNote(480 + 320, 10, MidiChannel.Drums, 38, 100);
        track.AddTimeSignature(4 * 480, 3, 4);
        track.AddNote(5 * 480, 10, MidiChannel.Drums, 36, 100);
        ReadingTally tally = Extract(track).Extractor.Tally;
        Assert.Equal(new ReadingTally { Hits = 3, WithoutDrum = 2, OffGrid = 2, OtherMeter = 1 }, tally);
        Assert.Equal(
            "drum notes that mean none of the fourteen drums: 2; drum notes in other meters than 4/4 or in SMPTE time: 1; "
                + "hits more than a quarter of a 16th off the grid, rounded: 2; hits read: 3.",
            tally.ToLine());
        Assert.Null(new ReadingTally { Hits = 5 }.ToLine());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void A_beat_on_the_only_channel_is_read_and_counted(int channel)
    {
        (PatternExtractor extractor, Pattern[] patterns) = Extract(Beat(channel));
        Assert.Equal(Hits(Extract(Beat(MidiChannel.Drums)).Patterns.Single()), Hits(patterns.Single()));
        Assert.Equal(new ReadingTally { Hits = 12, FilesOnOtherChannel = 1 }, extractor.Tally);
    }

    [Fact]
    public void Grooves_and_songs_have_the_same_drums_and_no_melody_of_them()
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480)) { Tracks = { Beat(0) } };
        Pattern pattern = Extract(file).Patterns.Single();
        Assert.Equal(pattern, Assert.Single(PlayedPatternExtractor.Extract(file, Kit.GeneralMidi)).Pattern);
        Assert.Empty(MelodyExtractor.Extract(file, Kit.GeneralMidi));
        SongBars song = SongBars.Of(file, Kit.GeneralMidi);
        Assert.Equal((12, 0), (song.Bars.Sum(bar => bar.HitCount), song.Bars.Sum(bar => bar.NoteCount)));

        MidiFile edges = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480)) { Tracks = { Drums((0, 22), (8, 58)) } };
        Assert.Equal(
            [(Voice.ClosedHiHat, 0), (Voice.LowFloorTom, 8)],
            Hits(Assert.Single(PlayedPatternExtractor.Extract(edges, Kit.GeneralMidi)).Pattern));
    }

    [Fact]
    public void A_line_of_hi_hats_alone_is_a_drum_part() =>
        Assert.Equal(8, Extract(Notes(0, [.. Enumerable.Range(0, 8).Select(i => (2 * i, 42))])).Extractor.Tally.Hits);

    [Fact]
    public void Melodic_parts_are_no_drums()
    {
        const string NotPlayed = "it has no note on channel 10, and those of channel 1 are not played like drums";

        // A walking bass in C: every note means a drum, but it is one voice of many notes.
        AssertAbsent(NotPlayed, Notes(0, [(0, 36), (4, 40), (8, 43), (12, 45), (16, 46), (20, 45), (24, 43), (28, 40)]));

        // Piano chords of C, F and G.
        (int, int)[] chords = [(0, 48), (0, 52), (0, 55), (8, 53), (8, 57), (8, 60), (16, 55), (16, 59), (16, 62)];
        AssertAbsent(NotPlayed, Notes(0, chords));

        // A beat, but for a fingered bass (program 33).
        TrackChunk bass = Beat(0);
        bass.Add(0, 0xC0, 33);
        AssertAbsent(NotPlayed, bass);
        AssertAbsent("it has no note on channel 10, but notes on several others", Beat(0), Beat(1));
        AssertAbsent("it has no notes", new TrackChunk());
        AssertAbsent("none of its 2 drum notes means a drum of General MIDI", Drums((0, 54), (4, 54)));
    }

    [Fact]
    public void Smpte_time_has_no_bars()
    {
        Assert.True(TimeDivision.TryFromRaw(unchecked((short)0xE728), out TimeDivision film));
        (PatternExtractor extractor, Pattern[] patterns) = Extract(new MidiFile(MidiFileFormat.MultiTrack, film) { Tracks = { Beat(9) } });
        Assert.Empty(patterns);
        Assert.Equal("its time is SMPTE's, which has no bars", extractor.Absence);
        Assert.Equal(new ReadingTally { OtherMeter = 12 }, extractor.Tally);
    }

    private static void AssertAbsent(string reason, params TrackChunk[] tracks)
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480));
        Array.ForEach(tracks, file.Tracks.Add);
        (PatternExtractor extractor, Pattern[] patterns) = Extract(file);
        Assert.Empty(patterns);
        Assert.Equal(reason, extractor.Absence);
    }

    private static TrackChunk Beat(int channel) => Notes(
        channel, [(0, 36), (0, 42), (2, 42), (4, 38), (4, 42), (6, 42), (8, 36), (8, 42), (10, 42), (12, 38), (12, 42), (14, 46)]);

    private static TrackChunk Drums(params (int Step, int Note)[] notes) => Notes(MidiChannel.Drums, notes);

    private static TrackChunk Notes(int channel, params (int Step, int Note)[] notes)
    {
        TrackChunk track = new();
        foreach ((int step, int note) in notes)
        {
            track.AddNote(step * Step, Step / 2, channel, note, 100);
        }

        return track;
    }

    private static (PatternExtractor Extractor, Pattern[] Patterns) Extract(TrackChunk track, Kit? kit = null) =>
        Extract(new MidiFile(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480)) { Tracks = { track } }, kit);

    private static (PatternExtractor Extractor, Pattern[] Patterns) Extract(MidiFile file, Kit? kit = null)
    {
        using MemoryStream bytes = new();
        file.Write(bytes);
        List<Pattern> patterns = [];
        PatternExtractor extractor = new();
        extractor.Extract(bytes.ToArray(), "file.mid", kit ?? Kit.GeneralMidi, patterns);
        return (extractor, [.. patterns]);
    }

    private static (Voice Voice, int Step)[] Hits(Pattern pattern) =>
    [
        .. Enumerable.Range(0, Pattern.StepCount)
            .SelectMany(step => Enum.GetValues<Voice>().Where(voice => pattern.Has(voice, step)).Select(voice => (voice, step))),
    ];
}
