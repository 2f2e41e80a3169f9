using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

public class PlayedPatternExtractorTests
{
    private const int Quarter = 96;
    private const int Step = Quarter / 4;

    [Fact]
    public void A_hit_keeps_its_velocity_and_offset()
    {
        PlayedPattern played = Assert.Single(Extract((4 * Step - 6, 38, 127), (8 * Step + 11, 36, 64), (12 * Step - 12, 42, 1)));
        Assert.Equal(
            [
                new PlayedHit(4 * 14 + (int)Voice.Snare, 1, -0.25f),
                new PlayedHit(8 * 14 + (int)Voice.BassDrum, 64 / 127f, (float)(11.0 / 24)),
                new PlayedHit(12 * 14 + (int)Voice.ClosedHiHat, 1 / 127f, -0.5f),
            ],
            played.Hits);
        Assert.Equal(3, played.Pattern.HitCount);
    }

    [Fact]
    public void Of_several_strokes_on_a_step_the_loudest_counts_and_the_first_of_equals()
    {
        PlayedPattern played = Assert.Single(Extract((0, 38, 50), (3, 40, 90), (6, 37, 90), (9, 38, 10)));
        Assert.Equal([new PlayedHit((int)Voice.Snare, 90 / 127f, 0.125f)], played.Hits);
    }

    [Fact]
    public void The_tempo_is_the_files_first_and_120_without_one()
    {
        MidiFile file = Make((0, 36, 100), (4 * Step, 38, 100));
        Assert.Equal(120, Assert.Single(PlayedPatternExtractor.Extract(file, Kit.GeneralMidi)).Tempo);
        TrackChunk track = file.Tracks[0];
        track.AddTempo(0, 160);
        track.AddTempo(8 * Step, 90);
        Assert.Equal(160, Assert.Single(PlayedPatternExtractor.Extract(file, Kit.GeneralMidi)).Tempo, 1e-9);
    }

    [Fact]
    public void Windows_are_those_of_the_pattern_extractor_at_each_bar()
    {
        Random random = new(11);
        MidiFile file =
            Make([.. Enumerable.Range(0, 60).Select(_ => ((long)random.Next(40 * 16 * Step), 35 + random.Next(30), 1 + random.Next(127)))]);
        file.Tracks[0].AddTimeSignature(16 * Step * 9 + 5, 3, 4);
        file.Tracks[0].AddTimeSignature(16 * Step * 12, 4, 4);
        using MemoryStream stream = new();
        file.Write(stream);
        List<Pattern> expected = [];
        new PatternExtractor(1).Extract(stream.ToArray(), "random", Kit.GeneralMidi, expected);
        stream.Position = 0;
        MidiFile read = MidiFile.Read(stream.ToArray(), "random");
        Assert.Equal(expected, PlayedPatternExtractor.Extract(read, Kit.GeneralMidi).Select(played => played.Pattern));
    }

    // From tests/bench/extraction/reference_groove.py, which reads the same files by Debian's python3-mido 1.2.10.
    [Fact]
    public void Grooves_hits_are_those_of_the_reference()
    {
        string? path = Repository.Data("groove");
        Assert.SkipWhen(path is null, "The research data is not beside this checkout.");
        List<PlayedPattern> windows =
        [
            .. new CorpusFolder(path!).Files().SelectMany(file => PlayedPatternExtractor.Extract(MidiFile.Read(file.Path), file.Kit)),
        ];
        List<PlayedHit> hits = [.. windows.SelectMany(window => window.Hits)];
        Assert.Equal((18780, 698254), (windows.Count, hits.Count));
        Assert.Equal(49581920, hits.Sum(hit => (long)MathF.Round(hit.Velocity * 127)));
        Assert.Equal(-43826.041666666664, hits.Sum(hit => (double)hit.Offset), 0.01);
    }

    private static IReadOnlyList<PlayedPattern> Extract(params (long Ticks, int Note, int Velocity)[] strokes) =>
        PlayedPatternExtractor.Extract(Make(strokes), Kit.GeneralMidi);

    private static MidiFile Make(params (long Ticks, int Note, int Velocity)[] strokes)
    {
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(Quarter));
        TrackChunk track = new();
        foreach ((long ticks, int note, int velocity) in strokes)
        {
            track.Add(ticks, 0x99, (byte)note, (byte)velocity);
        }

        file.Tracks.Add(track);
        return file;
    }
}
