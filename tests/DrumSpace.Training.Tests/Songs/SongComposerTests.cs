using DrumSpace.Inference.Bundles;
using DrumSpace.Midi;
using DrumSpace.Midi.Songs;
using DrumSpace.Music;
using DrumSpace.Music.Songs;
using DrumSpace.Training.Songs;

namespace DrumSpace.Training.Tests.Songs;

public sealed class SongComposerTests : IDisposable
{
    private const int StepsPerBar = 16, Seeds = 3;
    private static readonly Voice[] FillVoices = [Voice.Snare, Voice.LowFloorTom, Voice.LowTom, Voice.HiMidTom];
    private readonly ModelBundle _bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly SongComposer _composer;

    public SongComposerTests() => _composer = new SongComposer(_bundle);

    public void Dispose()
    {
        _composer.Dispose();
        _bundle.Dispose();
    }

    [Fact]
    public void Equal_seeds_give_equal_bytes_and_others_do_not()
    {
        byte[] first = Bytes(Compose("pop", 7));
        Assert.Equal(first, Bytes(Compose("pop", 7)));
        Assert.NotEqual(first, Bytes(Compose("pop", 8)));
        using SongComposer another = new(_bundle);
        Assert.Equal(first, Bytes(another.Compose(Request("pop", 7))));
    }

    [Fact]
    public void Notes_are_in_key_do_not_overlap_and_end_with_the_song()
    {
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            Song song = Compose("I V P C B K S O", seed);
            foreach (IReadOnlyList<SongNote> line in new[] { song.Bass, song.Lead })
            {
                Assert.NotEmpty(line);
                bool IsInKey(SongNote note) => song.Key.HasDegree(song.Key.DegreeOf(note.Number));
                Assert.All(line, note => Assert.True(IsInKey(note), $"seed {seed}, {note} in {song.Key}"));
                Assert.All(
                    line.Zip(line.Skip(1)),
                    pair => Assert.True(pair.First.Step + pair.First.Length <= pair.Second.Step, $"seed {seed}, {pair}"));
                Assert.True(line[^1].Step + line[^1].Length <= song.Form.Bars * StepsPerBar);
            }

            // E1 is the lowest string of the bass guitar.
            Assert.All(song.Bass, note => Assert.InRange(note.Number, 28, 67));
            Assert.Distinct(song.Drums.Select(hit => (hit.Step, hit.Voice)));
            Assert.All(song.Drums, hit => Assert.InRange(hit.Step, 0, song.Form.Bars * StepsPerBar - 1));
        }
    }

    [Fact]
    public void Files_have_no_hanging_and_no_overlapping_note()
    {
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            MidiFile file = MidiFile.Read(Bytes(Compose("rock", seed)), "song");
            foreach (TrackChunk track in file.Tracks)
            {
                HashSet<int> sounding = [];
                foreach (TrackEvent one in track.Events.ToArray())
                {
                    bool isMatched = one.IsNoteOn ? sounding.Add(one.Data1) : !one.IsNoteOff || sounding.Remove(one.Data1);
                    Assert.True(isMatched, $"seed {seed}, tick {one.Ticks}, note {one.Data1}");
                }

                Assert.Empty(sounding);
                Assert.Equal(64 * 4 * 480, track.EndTicks);
            }
        }
    }

    [Fact]
    public void The_last_bar_before_another_section_has_more_snare_and_toms()
    {
        double filled = 0, plain = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            Song song = Compose("V8 C8 V8 C8", seed);
            filled += Enumerable.Range(0, 3).Sum(section => FillHits(song, 8 * section + 7));
            plain += Enumerable.Range(0, 3).Sum(section => FillHits(song, 8 * section + 5));
        }

        Assert.True(filled > 2 * plain, $"{filled} with a fill, {plain} without");
        Assert.True(plain > 0);
    }

    [Fact]
    public void Repeated_sections_have_the_same_melodies_but_for_the_end_of_their_phrases()
    {
        int changed = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            Song song = Compose("I4 V8 C8 V8 C8", seed);
            Assert.Equal(Notes(song.Bass, 4, 7), Notes(song.Bass, 20, 7));
            Assert.Equal(Notes(song.Lead, 12, 7), Notes(song.Lead, 28, 7));
            changed += Notes(song.Bass, 4, 8).SequenceEqual(Notes(song.Bass, 20, 8)) ? 0 : 1;
            changed += Notes(song.Lead, 12, 8).SequenceEqual(Notes(song.Lead, 28, 8)) ? 0 : 1;
        }

        // A variation may by chance equal the original, but not often.
        Assert.InRange(changed, Seeds, 2 * Seeds);
    }

    [Fact]
    public void Drums_of_a_repeated_section_are_nearer_to_its_first_time_than_to_another_section()
    {
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            Song song = Compose("I4 V8 C8 V8 C8", seed);
            int repeated = Differing(song, 4, 20), other = Differing(song, 4, 12);
            Assert.True(repeated < other, $"seed {seed}: {repeated} cells of the verse changed, {other} differ from the chorus");
        }
    }

    [Fact]
    public void The_bass_follows_the_kick()
    {
        double onKick = 0, kicks = 0, elsewhere = 0, others = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            Song song = Compose("V8 C8", seed);
            HashSet<int> notes = [.. song.Bass.Select(note => note.Step)];
            HashSet<int> hits = [.. song.Drums.Where(hit => hit.Voice == Voice.BassDrum).Select(hit => hit.Step)];
            kicks += hits.Count;
            onKick += hits.Count(notes.Contains);
            others += 256 - hits.Count;
            elsewhere += notes.Count(step => !hits.Contains(step));
        }

        double ofKicks = onKick / kicks, ofOthers = elsewhere / others;
        Assert.True(ofKicks > 2 * ofOthers, $"{ofKicks:P0} of the kicks, {ofOthers:P0} of the other steps");
    }

    [Fact]
    public void The_lead_plays_in_choruses_bridges_and_solos_and_the_bass_not_in_breaks()
    {
        Song song = Compose("V8 C8 K8 B8 S8", 3);
        Assert.Empty(Notes(song.Lead, 0, 8));
        Assert.Empty(Notes(song.Lead, 16, 8));
        Assert.Empty(Notes(song.Bass, 16, 8));
        foreach (int start in new[] { 8, 24, 32 })
        {
            Assert.NotEmpty(Notes(song.Lead, start, 8));
            Assert.NotEmpty(Notes(song.Bass, start, 8));
        }
    }

    [Fact]
    public void Without_groove_hits_are_on_the_grid_and_with_it_off()
    {
        Assert.All(Compose("V8", 2, groove: 0).Drums, hit => Assert.Equal(0, hit.Offset));
        Song half = Compose("V8", 2, groove: 0.5), whole = Compose("V8", 2);
        Assert.Contains(whole.Drums, hit => Math.Abs(hit.Offset) > 0.05);
        Assert.All(half.Drums.Zip(whole.Drums), pair => Assert.Equal(pair.Second.Offset / 2, pair.First.Offset, 1e-6));
    }

    [Fact]
    public void A_model_without_companions_makes_a_song_of_drums()
    {
        using ModelBundle plain = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "paper-ae"));
        using SongComposer composer = new(plain);
        Song song = composer.Compose(Request("pop", 1));
        Assert.NotEmpty(song.Drums);
        Assert.Empty(song.Bass);
        Assert.Empty(song.Lead);
        Assert.All(song.Drums, hit => Assert.Equal(0, hit.Offset));
    }

    private static double FillHits(Song song, int bar) =>
        song.Drums.Count(hit => hit.Step / StepsPerBar == bar && FillVoices.Contains(hit.Voice));

    // Without lengths: the last note may be held into what varies.
    private static IEnumerable<(int, int)> Notes(IReadOnlyList<SongNote> line, int bar, int bars) =>
        line.Where(note => note.Step / StepsPerBar >= bar && note.Step / StepsPerBar < bar + bars)
            .Select(note => (note.Step - bar * StepsPerBar, note.Number));

    // Six bars from the second on: without crashes, turns and fills.
    private static int Differing(Song song, int bar, int other)
    {
        HashSet<(int, Voice)> one = Cells(song, bar + 1), two = Cells(song, other + 1);
        one.SymmetricExceptWith(two);
        return one.Count;
    }

    private static HashSet<(int, Voice)> Cells(Song song, int bar) =>
    [
        .. song.Drums.Where(hit => hit.Step / StepsPerBar >= bar && hit.Step / StepsPerBar < bar + 5)
            .Select(hit => (hit.Step - bar * StepsPerBar, hit.Voice)),
    ];

    private static SongRequest Request(string form, ulong seed, double groove = 1)
    {
        Assert.True(SongFormParser.TryParse(form, 8, out SongForm sections, out string? error), error);
        return new SongRequest(sections, SongKey.Draw(seed), 120, seed, groove);
    }

    private static byte[] Bytes(Song song)
    {
        using MemoryStream bytes = new();
        SongFile.ToMidiFile(song, "song").Write(bytes);
        return bytes.ToArray();
    }

    private Song Compose(string form, ulong seed, double groove = 1) => _composer.Compose(Request(form, seed, groove));
}
