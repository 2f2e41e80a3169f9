using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Tests;

public class MelodyExtractorTests
{
    private const int Quarter = 96;
    private const int Step = Quarter / 4;

    [Fact]
    public void A_melody_has_notes_ties_and_rests_on_the_grid()
    {
        MelodyPair pair = Assert.Single(Extract(24, (1, 2, 72), (4, 4, 74), (6, 1, 76), (31, 9, 77)));
        Assert.Equal(". 72 - . 74 - 76 . . . . . . . . . . . . . . . . . . . . . . . . 77", Text(pair.Melody));
        Assert.Equal(4, pair.Melody.OnsetCount);
    }

    [Theory]
    [InlineData(33, 36, MelodyRole.Bass)]
    [InlineData(33, 64, MelodyRole.Lead)]
    [InlineData(80, 64, MelodyRole.Lead)]
    [InlineData(80, 36, MelodyRole.Bass)]
    public void Leads_and_basses_are_distinguished_by_program_and_register(int program, int lowest, MelodyRole role)
    {
        MelodyPair pair = Assert.Single(Extract(program, (0, 1, lowest), (4, 1, lowest + 2), (8, 1, lowest), (12, 1, lowest)));
        Assert.Equal((role, program / 8, program), (pair.Conditioning.Role, pair.Conditioning.Instrument, pair.Program));
    }

    [Fact]
    public void A_lead_keeps_the_highest_of_a_chord_and_a_bass_the_lowest()
    {
        (long, long, int)[] notes = [.. Enumerable.Range(0, 10).Select(i => (3L * i, 1L, 40 + i % 2)), (27, 1, 30)];
        Assert.StartsWith("40 . .", Text(Assert.Single(Extract(33, notes)).Melody), StringComparison.Ordinal);
        Assert.EndsWith("30 . . . .", Text(Assert.Single(Extract(33, notes)).Melody), StringComparison.Ordinal);
        notes = [.. notes.Select(note => (note.Item1, note.Item2, note.Item3 + 30))];
        Assert.EndsWith("71 . . . .", Text(Assert.Single(Extract(80, notes)).Melody), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 2, 0)]
    [InlineData(4, 1, 0)]
    [InlineData(9, 3, 1)]
    [InlineData(10, 3, 2)]
    public void Too_few_notes_or_pitches_or_too_many_chords_are_no_melody(int onsets, int pitches, int chords)
    {
        List<(long, long, int)> notes = [.. Enumerable.Range(0, onsets).Select(i => (3L * i, 1L, 60 + i % pitches))];
        notes.AddRange(Enumerable.Range(0, chords).Select(i => (3L * i, 1L, 70)));
        Assert.Empty(Extract(0, [.. notes]));
    }

    [Fact]
    public void The_key_is_that_of_the_surrounding_notes()
    {
        (long, long, int)[] scale = [.. new[] { 62, 64, 66, 67, 69, 71, 73, 74, 69, 62 }.Select((note, i) => (3L * i, 3L, note))];
        MelodyPair pair = Assert.Single(Extract(0, scale));
        Assert.Equal(new MusicalKey(2, KeyMode.Major), pair.Conditioning.Key);
        Assert.Equal(4, pair.Conditioning.Octave);
    }

    // From tests/bench/extraction/reference_melody.py, which reads the same files by Debian's python3-mido 1.2.10.
    [Theory]
    [InlineData("multitrack/freedoom", 7344, 3294, 5695089, 89621, 30310, 3723)]
    [InlineData("multitrack/simutrans", 4773, 1855, 3043526, 62961, 36829, 3286)]
    [InlineData("multitrack/tannerhelland", 1283, 386, 991247, 17875, 4520, 508)]
    public void The_melodies_of_the_research_data_are_those_of_the_reference(
        string folder, int lines, int basses, long notes, int ties, int rests, int uniquePassed)
    {
        string? path = Repository.Data(folder);
        Assert.SkipWhen(path is null, "The research data is not beside this checkout.");
        List<MelodyPair> pairs =
        [
            .. new CorpusFolder(path!).Files().SelectMany(file => MelodyExtractor.Extract(MidiFile.Read(file.Path), file.Kit, 2)),
        ];
        List<string> steps = [.. pairs.SelectMany(pair => Text(pair.Melody).Split(' '))];
        Assert.Equal((lines, basses), (pairs.Count, pairs.Count(pair => pair.Conditioning.Role == MelodyRole.Bass)));
        Assert.Equal((ties, rests), (steps.Count(step => step == "-"), steps.Count(step => step == ".")));
        Assert.Equal(notes, steps.Where(step => step is not ("-" or ".")).Sum(long.Parse));
        Assert.Equal(uniquePassed, pairs.Where(pair => EntropyFilter.Passes(pair.Pattern))
            .Select(pair => (pair.Pattern, pair.Program, Text(pair.Melody))).Distinct().Count());
    }

    private static string Text(MelodyPhrase line) => string.Join(' ', ((ReadOnlySpan<MelodyStep>)line).ToArray());

    // Notes as step, length in steps and number, over one kick.
    private static IReadOnlyList<MelodyPair> Extract(int program, params (long Step, long Held, int Number)[] notes)
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(Quarter));
        TrackChunk drums = new(), line = new();
        drums.AddNote(0, Step, 9, 36, 100);
        line.Add(0, 0xC2, (byte)program);
        foreach ((long step, long held, int number) in notes)
        {
            line.AddNote(step * Step, held * Step, 2, number, 90);
        }

        file.Tracks.Add(drums);
        file.Tracks.Add(line);
        using MemoryStream stream = new();
        file.Write(stream);
        return MelodyExtractor.Extract(MidiFile.Read(stream.ToArray(), "song"), Kit.GeneralMidi);
    }
}
