using DrumSpace.Inference.Finding;
using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Commands;

/// <summary>
/// Find my beat, on the tests' model: the hi-hat on all steps, and the kick (first knob up) on the beats 1 and 3, the snare (second) on 2
/// and 4.
/// </summary>
[Collection("log")]
public sealed class FindTests : IDisposable
{
    private const byte Kick = 36;
    private const byte Snare = 38;
    private const byte HiHat = 42;
    private const byte Tom = 45;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void The_knobs_go_where_a_pattern_is_played_and_the_slot_to_them()
    {
        using SongPlayer player = new(_models.List());
        player.PlayUntil(() => player.Core.UndoCount == 1);
        player.Set(ParameterTable.Slot, 1);
        FoundPattern found = player.Core.Find(KickAndSnare())!.Value;
        Assert.Equal(1, found.Similarity);
        Assert.Equal([found.Knobs[0], found.Knobs[1], found.Knobs[2], found.Knobs[3]], player.Knobs);
        Assert.Equal(0, player.Core.Parameters[ParameterTable.Slot]);
        Assert.True(player.Plays(Kick) && player.Plays(Snare) && !player.Plays(46));
        Assert.True(player.Core.Undo());
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], player.Knobs);
    }

    [Fact]
    public void Bars_that_come_while_others_are_looked_for_are_dropped_and_the_status_tells()
    {
        using SongPlayer player = new(_models.List());
        using ManualResetEventSlim isBusy = new(), goOn = new();
        using BackgroundTask busy = BackgroundThread.Commands.Attach(() =>
        {
            isBusy.Set();
            goOn.Wait();
        });
        busy.Request();
        isBusy.Wait(TestContext.Current.CancellationToken);
        for (int number = 0; number < 2; number++)
        {
            player.Core.Parameters.Set(ParameterTable.Find, true);
            player.Strike(player.Position + 1, Kick);
            player.Play(10);
            Assert.False(player.Core.Parameters.Get(ParameterTable.Find));
        }

        goOn.Set();
        player.PlayUntil(() => player.Core.Status.Length > 0);
        Assert.Equal("Two bars were not looked for, because those before them were still being looked for.", player.Core.Status);
    }

    [Fact]
    public void Of_a_model_that_varies_the_seed_is_found_too()
    {
        using TestModels models = new TestModels().Add("flagship", "Flagship", varies: true);
        using SongPlayer player = new(models.List());
        player.PlayUntil(() => player.Core.UndoCount == 1);
        Pattern wanted = new([.. Enumerable.Range(0, 32).Select(step => (ushort)(KickAndSnare()[step] | (step % 16 == 15 ? 1 << (int)Voice.LowTom : 0)))]);
        Assert.NotEqual(1, player.Core.Find(wanted)!.Value.Similarity);
        Assert.Equal(1, SeedNumber());
        Assert.False(PlaysTom());

        // The coordinate of the seed that is set, 1, is below a half.
        player.Set(ParameterTable.Variation, 1);
        Assert.False(PlaysTom());
        FoundPattern found = player.Core.Find(wanted)!.Value;
        Assert.Equal(1, found.Similarity);
        Assert.Equal(found.Seed, SeedNumber());
        Assert.True(PlaysTom());
        Assert.True(player.Core.Undo());
        Assert.Equal(1, SeedNumber());
        Assert.False(PlaysTom());

        int SeedNumber() => player.Core.Parameters.Get(ParameterTable.Seed);

        bool PlaysTom()
        {
            player.Play(8);
            return player.Plays(Tom);
        }
    }

    [Fact]
    public void A_clip_is_read_by_the_songs_kit_map()
    {
        using SongPlayer player = new(_models.List());
        player.PlayUntil(() => player.Core.UndoCount == 1);
        TrackChunk track = new();
        for (int step = 0; step < Pattern.StepCount; step += 2)
        {
            // The edge of the V-Drums' closed hi-hat, which a volca does not have.
            track.AddNote(step * 120, 60, MidiChannel.Drums, 22, 100);
        }

        using MemoryStream stream = new();
        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(stream);
        byte[] edges = stream.ToArray();
        Assert.NotNull(player.Core.FindClip(edges, "edges.mid"));
        player.Core.Parameters[ParameterTable.KitMap] = 12f / (KitList.Capacity - 1);
        Assert.Null(player.Core.FindClip(edges, "edges.mid"));
        Assert.Contains("means a drum of Korg volca beats", player.Core.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_is_found_from_a_file_and_from_memory_and_a_bad_one_changes_nothing()
    {
        using SongPlayer player = new(_models.List());
        player.PlayUntil(() => player.Core.UndoCount == 1);
        string path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
        PatternClip.ToMidiFile(KickAndSnare(), new ClipForm()).Write(path);
        try
        {
            Assert.Equal(1, player.Core.FindClip(path)!.Value.Similarity);
            Assert.True(player.Core.Undo());
            Assert.Equal(1, player.Core.FindClip(File.ReadAllBytes(path), "clip")!.Value.Similarity);
            float[] knobs = player.Knobs;
            Assert.Null(player.Core.FindClip("MThd but no more"u8.ToArray(), "clip.mid"));
            Assert.StartsWith("No pattern was found: clip.mid: byte ", player.Core.Status);
            Assert.Null(player.Core.FindClip(path + ".none"));
            Assert.Contains(".none", player.Core.Status);
            Assert.Equal(knobs, player.Knobs);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(24_000)]
    public void Two_bars_that_are_played_from_the_next_bar_on_are_found(int block)
    {
        using SongPlayer player = new(_models.List()) { Block = block };
        player.Play(1);
        player.Set(ParameterTable.Find, 1);

        // A little off the grid, as people play, the first ahead of the bar line; what comes before and after does not count.
        player.Strike(2, 46);
        player.Strike(12.5, 46);
        Beat(player, 4, early: 0.04);
        player.Play(10.5);
        Assert.Equal(1, player.Core.Parameters[ParameterTable.Find]);
        player.Play(0.5);
        Assert.Equal(0, player.Core.Parameters[ParameterTable.Find]);
        player.PlayUntil(() => player.Knobs[0] > 0.5f && player.Knobs[1] > 0.5f);
        Assert.True(player.Plays(Kick) && player.Plays(Snare) && !player.Plays(46));
    }

    [Fact]
    public void A_state_that_is_loaded_before_the_search_ends_keeps_its_knobs()
    {
        using SongPlayer player = new(_models.List());
        byte[] state = player.Core.SaveState(programOnly: false);
        using ManualResetEventSlim started = new(), released = new();
        BackgroundTask blocking = BackgroundThread.Commands.Attach(() =>
        {
            started.Set();
            released.Wait();
        });
        try
        {
            blocking.Request();
            Assert.True(started.Wait(TimeSpan.FromSeconds(30)));
            player.Set(ParameterTable.Find, 1);
            Beat(player, 0, early: 0);
            player.Play(10);
            Assert.Equal(0, player.Core.Parameters[ParameterTable.Find]);
            Assert.True(player.Core.TryLoadState(state));
        }
        finally
        {
            released.Set();
            blocking.Dispose();
        }

        player.PlayUntil(() => player.Core.Status.Length > 0);
        Assert.StartsWith("The pattern that was played is not looked for any more", player.Core.Status);
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], player.Knobs);
    }

    [Fact]
    public void A_jump_makes_it_begin_anew_at_the_next_bar()
    {
        using SongPlayer player = new(_models.List());
        player.Set(ParameterTable.Find, 1);
        player.Strike(0, 46);
        player.Strike(2, 46);
        player.Play(5);
        player.Position = 22.5;
        Beat(player, 24, early: 0);
        player.Play(9.6);
        player.PlayUntil(() => player.Knobs[0] > 0.5f);
        Assert.True(player.Knobs[1] > 0.5f && player.Knobs[2] < 0.5f);
    }

    [Fact]
    public void While_the_host_stands_it_begins_with_the_first_hit_at_the_last_tempo()
    {
        using SongPlayer player = new(_models.List()) { IsPlaying = false };
        player.Set(ParameterTable.Find, 1);
        Beat(player, 3.3, early: 0);
        player.Play(13);
        Assert.Equal(0, player.Core.Parameters[ParameterTable.Find]);
        player.PlayUntil(() => player.Knobs[0] > 0.5f && player.Knobs[1] > 0.5f);
    }

    [Fact]
    public void Switched_off_it_listens_no_longer_and_two_silent_bars_give_one_clear_line()
    {
        using SongPlayer player = new(_models.List());
        player.Set(ParameterTable.Find, 1);
        Beat(player, 0, early: 0);
        player.Play(4);
        player.Set(ParameterTable.Find, 0);
        player.Play(6);
        player.Set(ParameterTable.Find, 1);
        player.Play(12);
        player.PlayUntil(() => player.Core.Status.Length > 0);
        Assert.Equal("No pattern was found, because nothing was played in the two bars.", player.Core.Status);
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], player.Knobs);
    }

    [Fact]
    public void With_find_locks_the_played_drums_keep_their_rows_as_played_and_undo_lets_them_go()
    {
        using SongPlayer player = new(_models.List());
        player.Set(ParameterTable.FindLocks, 1);
        player.Set(ParameterTable.Find, 1);
        for (int step = 0; step < 32; step += 3)
        {
            player.Strike(step / 4.0, Tom, (byte)(step == 0 ? 127 : 40));
        }

        player.Play(9);

        // The lock is switched on a moment before the row is there.
        player.PlayUntil(() => player.Core.Slots.Pins.HitsOf((int)Voice.LowTom) != 0);
        Assert.Equal(1, player.Core.Parameters[ParameterTable.Lock[(int)Voice.LowTom]]);
        Assert.Equal(0, player.Core.Parameters[ParameterTable.Lock[0]]);
        Assert.True(player.Plays(Tom));
        Assert.Equal(Enumerable.Range(0, 11).Select(hit => 3 * hit), player.Notes.Where(n => n.Note == Tom).Select(n => (int)Math.Round(4 * n.Ppq) % 32));
        Assert.True(player.Notes.First(n => n.Note == Tom).Velocity > player.Notes.Last(n => n.Note == Tom).Velocity);

        // Locked, the row stays wherever the knobs go.
        player.Set(ParameterTable.Knobs[0], 0.9f);
        Assert.True(player.Plays(Tom));
        Assert.True(player.Core.Undo());
        Assert.True(player.Core.Undo());
        Assert.False(player.Plays(Tom));
    }

    [Fact]
    public void Damaged_clips_leave_the_beat_playing_with_one_line()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        using SongPlayer player = new(_models.List());
        using MemoryStream stream = new();
        PatternClip.ToMidiFile(KickAndSnare(), new ClipForm()).Write(stream);
        int refused = 0;
        for (int round = 0; round < 60; round++)
        {
            byte[] bytes = stream.ToArray();
            for (int i = random.Next(1, 40); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            float[] knobs = player.Knobs;
            if (player.Core.FindClip(bytes, "fuzz") is null)
            {
                refused++;
                Assert.StartsWith("No pattern was found: fuzz: ", player.Core.Status);
                Assert.DoesNotContain('\n', player.Core.Status);
                Assert.Equal(knobs, player.Knobs);
            }
        }

        Assert.True(refused > 0, $"Nothing was refused; seed {seed}.");
        Assert.True(player.Plays(HiHat));
    }

    // Hi-hats, and kick and snare where the model has them.
    private static void Beat(SongPlayer player, double start, double early)
    {
        for (int step = 0; step < 32; step++)
        {
            double place = Math.Max(start + step / 4.0 + (step % 3 - 1) * 0.03 - early, 0);
            player.Strike(place, HiHat);
            if (step % 4 == 0)
            {
                player.Strike(place, step % 8 == 0 ? Kick : Snare);
            }
        }
    }

    private static Pattern KickAndSnare() => new([.. Enumerable.Range(0, 32).Select(step => (ushort)(4 | (step % 8 == 0 ? 1 : step % 8 == 4 ? 2 : 0)))]);
}
