using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

public class PatternExtractorTests
{
    private const int Quarter = 96;
    private const int Step = Quarter / 4;
    private const int Bar = 4 * Quarter;

    [Fact]
    public void Onsets_are_rounded_to_the_nearest_step_halves_up()
    {
        Pattern pattern = Assert.Single(Extract(2, track =>
        {
            Hit(track, 4 * Step + 11);
            Hit(track, 8 * Step - 12);
            Hit(track, 12 * Step + 12);
            Hit(track, 20 * Step - 13);
        }));
        Assert.Equal([4, 8, 13, 19], StepsOf(pattern));
    }

    [Fact]
    public void Windows_lie_side_by_side_or_overlap_by_a_bar_and_the_last_may_end_in_silence()
    {
        void Fill(TrackChunk track)
        {
            for (int bar = 0; bar < 3; bar++)
            {
                Hit(track, bar * Bar + bar * Step);
            }
        }

        Assert.Equal([[0, 17], [2]], Extract(2, Fill).Select(StepsOf));
        Assert.Equal([[0, 17], [1, 18], [2]], Extract(1, Fill).Select(StepsOf));
    }

    [Fact]
    public void Silence_takes_no_memory_and_gives_no_windows()
    {
        void Fill(TrackChunk track)
        {
            Hit(track, 1000 * Bar);
            Hit(track, 0x0FFFFFFFL * 50 / Bar * Bar + Bar);
            for (int i = 1; i <= 50; i++)
            {
                track.AddMeta(0x0FFFFFFFL * i, MetaType.Text, []);
            }
        }

        Assert.Equal(2, Extract(2, Fill).Count);
        Assert.Equal([[16], [0], [16], [0]], Extract(1, Fill).Select(StepsOf));
    }

    [Fact]
    public void Each_time_signature_starts_a_part_and_only_4_4_gives_windows()
    {
        List<Pattern> patterns = Extract(2, track =>
        {
            Hit(track, 3 * Step);
            track.AddTimeSignature(Bar, 3, 4);
            Hit(track, Bar + 5 * Step);
            track.AddTimeSignature(Bar + 3 * Quarter, 4, 4);
            Hit(track, Bar + 3 * Quarter + 7 * Step);
        });
        Assert.Equal([[3], [7]], patterns.Select(StepsOf));
    }

    [Fact]
    public void An_onset_just_before_a_part_belongs_to_its_first_step()
    {
        List<Pattern> patterns = Extract(2, track =>
        {
            Hit(track, 0);
            track.AddTimeSignature(2 * Bar, 4, 4);
            Hit(track, 2 * Bar - 3);
            Hit(track, 2 * Bar + Quarter);
        });
        Assert.Equal([[0], [0, 4]], patterns.Select(StepsOf));
    }

    [Fact]
    public void Only_note_ons_of_channel_10_count_whatever_the_track()
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(Quarter)) { Tracks = { new(), new(), new() } };
        file.Tracks[0].Add(0, 0x90, 36, 100);
        file.Tracks[1].Add(0, 0x99, 36, 100);
        file.Tracks[1].Add(Step, 0x99, 36, 0);
        file.Tracks[1].Add(Step, 0x89, 36, 64);
        file.Tracks[2].Add(2 * Step, 0x99, 38, 1);
        file.Tracks[2].Add(3 * Step, 0x99, 75, 100);
        Assert.Equal([0, 2], StepsOf(Assert.Single(Extract(file, 2))));
    }

    [Fact]
    public void Tracks_of_format_2_are_cut_one_after_the_other()
    {
        MidiFile file = new(MidiFileFormat.MultiSequence, TimeDivision.Ppq(Quarter)) { Tracks = { new(), new() } };
        file.Tracks[0].AddTimeSignature(0, 3, 4);
        Hit(file.Tracks[0], 0);
        Hit(file.Tracks[1], Step);
        Assert.Equal([[1]], Extract(file, 2).Select(StepsOf));
    }

    [Fact]
    public void SMPTE_time_has_no_bars_and_so_no_windows()
    {
        Assert.True(TimeDivision.TryFromRaw(unchecked((short)0xE728), out TimeDivision film));
        MidiFile file = new(MidiFileFormat.SingleTrack, film) { Tracks = { new() } };
        Hit(file.Tracks[0], 0);
        Assert.Empty(Extract(file, 2));
    }

    [Fact]
    public void A_refused_file_leaves_no_patterns_behind()
    {
        byte[] bytes =
        [
            .. Smf.Header(2, 2), .. Smf.Track("00 992440 00FF2F00"), .. Smf.Track("00 FD"),
        ];
        List<Pattern> patterns = [default];
        Assert.Throws<MidiFormatException>(() => new PatternExtractor().Extract(bytes, "broken", Kit.GeneralMidi, patterns));
        Assert.Single(patterns);
    }

    [Fact]
    public void Once_warm_it_allocates_nothing()
    {
        using MemoryStream written = new();
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(Quarter)) { Tracks = { new() } };
        for (int i = 0; i < 500; i++)
        {
            Hit(file.Tracks[0], i * 2 * Step);
        }

        file.Write(written);
        byte[] bytes = written.ToArray();
        PatternExtractor extractor = new();
        List<Pattern> patterns = [];
        long before = 0;
        for (int round = 0; round < 100; round++)
        {
            patterns.Clear();
            extractor.Extract(bytes, "warm", Kit.GeneralMidi, patterns);
            before = round == 49 ? GC.GetAllocatedBytesForCurrentThread() : before;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(32, patterns.Count);
    }

    private static void Hit(TrackChunk track, long ticks) => track.Add(ticks, 0x99, 36, 100);

    private static List<Pattern> Extract(int hopBars, Action<TrackChunk> fill)
    {
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(Quarter)) { Tracks = { new() } };
        fill(file.Tracks[0]);
        return Extract(file, hopBars);
    }

    private static List<Pattern> Extract(MidiFile file, int hopBars)
    {
        using MemoryStream written = new();
        file.Write(written);
        List<Pattern> patterns = [];
        new PatternExtractor(hopBars).Extract(written.ToArray(), "made", Kit.GeneralMidi, patterns);
        return patterns;
    }

    private static int[] StepsOf(Pattern pattern) => [.. Enumerable.Range(0, Pattern.StepCount).Where(step => pattern[step] != 0)];
}
