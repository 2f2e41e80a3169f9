using DrumSpace.Music;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Commands;

/// <summary>Single hits, on the tests' model: the hi-hat on all steps, and the snare (second knob up) on 2 and 4.</summary>
[Collection("log")]
public sealed class SetHitTests : IDisposable
{
    private const byte Snare = 38;
    private const byte HiHat = 42;
    private const byte Crash = 49;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_hit_is_set_and_cleared_in_its_row_as_it_plays_and_the_row_is_locked()
    {
        using SongPlayer player = Player(_models);
        player.Set(ParameterTable.Knobs[1], 0.9f);
        player.Play(8);
        Assert.True(player.Core.SetHit(Voice.Snare, 31, isHit: true));
        Assert.True(player.Core.SetHit(Voice.Snare, 4, isHit: false));
        Assert.False(player.Core.SetHit(Voice.Snare, 4, isHit: false));
        Assert.True(player.Core.Parameters.Get(ParameterTable.Lock[(int)Voice.Snare]));
        Assert.False(player.Core.Parameters.Get(ParameterTable.Lock[(int)Voice.ClosedHiHat]));
        Assert.Equal([12, 20, 28, 31], StepsOf(player, Snare));

        // Wherever the knobs go, and however dense it gets.
        player.Set(ParameterTable.Knobs[1], 0.1f);
        player.Set(ParameterTable.Density, 1);
        Assert.DoesNotContain(4, StepsOf(player, Snare));
        Assert.Contains(31, StepsOf(player, Snare));
        player.Set(ParameterTable.Density, 0);
        Assert.Contains(31, StepsOf(player, Snare));
    }

    [Fact]
    public void A_hit_that_density_adds_can_be_cleared_and_one_that_it_takes_can_be_set()
    {
        // The tests' model knows hits and rests alone; the shipped one has all between.
        using SongPlayer player = new(new ModelList([Path.Combine(Repository.Root, "presets", "models")], line => Assert.Fail(line)));
        float[] ghostNotes = [0.801f, 0.37f, 0.928f, 0.967f];
        for (int axis = 0; axis < ghostNotes.Length; axis++)
        {
            player.Set(ParameterTable.Knobs[axis], ghostNotes[axis]);
        }

        player.PlayUntil(() => player.Core.DecodeCount > 0);
        player.Play(16);
        int[] own = StepsOf(player, Snare);
        player.Set(ParameterTable.Density, 0);
        int taken = own.Except(StepsOf(player, Snare)).First();
        Assert.True(player.Core.SetHit(Voice.Snare, taken, isHit: true));
        Assert.Contains(taken, StepsOf(player, Snare));

        player.Set(ParameterTable.Density, 1);
        int added = StepsOf(player, Snare).Except(own).First();
        Assert.True(player.Core.SetHit(Voice.Snare, added, isHit: false));
        Assert.DoesNotContain(added, StepsOf(player, Snare));
    }

    [Fact]
    public void Hits_of_several_rows_before_the_next_block_are_all_kept()
    {
        using SongPlayer player = Player(_models);
        Assert.True(player.Core.SetHit(Voice.Crash, 0, isHit: true));
        Assert.True(player.Core.SetHit(Voice.ClosedHiHat, 1, isHit: false));
        Assert.True(player.Core.SetHit(Voice.Crash, 16, isHit: true));
        Assert.Equal([0, 16], StepsOf(player, Crash));
        Assert.Equal(Enumerable.Range(0, 32).Where(step => step != 1), StepsOf(player, HiHat));
    }

    [Fact]
    public void Each_hit_is_one_change_that_can_be_undone()
    {
        using SongPlayer player = Player(_models);
        int before = player.Core.UndoCount;
        player.Core.SetHit(Voice.Crash, 0, isHit: true);
        player.Core.SetHit(Voice.Crash, 8, isHit: true);
        Assert.Equal(before + 2, player.Core.UndoCount);
        Assert.True(player.Core.Undo());
        Assert.Equal([0], StepsOf(player, Crash));
        Assert.True(player.Core.Undo());
        Assert.False(player.Core.Parameters.Get(ParameterTable.Lock[(int)Voice.Crash]));
        Assert.Empty(StepsOf(player, Crash));
        Assert.True(player.Core.Redo());
        Assert.Equal([0], StepsOf(player, Crash));
    }

    [Fact]
    public void A_slots_row_is_changed_as_the_slot_plays_it()
    {
        using SongPlayer player = Player(_models);
        player.Set(ParameterTable.Knobs[1], 0.9f);
        player.Core.Parameters.Set(ParameterTable.Store, 3);
        player.Play(1);
        player.Set(ParameterTable.Knobs[1], 0.1f);
        player.Core.Parameters.Set(ParameterTable.Slot, 3);
        Assert.Equal([4, 12, 20, 28], StepsOf(player, Snare));
        Assert.True(player.Core.SetHit(Voice.Snare, 6, isHit: true));
        Assert.Equal([4, 6, 12, 20, 28], StepsOf(player, Snare));
    }

    [Fact]
    public void It_is_in_the_state()
    {
        using SongPlayer player = Player(_models);
        player.Core.SetHit(Voice.Crash, 5, isHit: true);
        byte[] state = player.Core.SaveState(programOnly: false);
        using SongPlayer other = new(_models.List());
        Assert.True(other.Core.TryLoadState(state));
        Assert.Equal([5], StepsOf(other, Crash));
        Assert.True(other.Core.Parameters.Get(ParameterTable.Lock[(int)Voice.Crash]));
    }

    [Fact]
    public void The_row_keeps_its_groove_and_a_new_hit_has_the_grooves_velocity_of_its_cell()
    {
        using TestModels models = new TestModels().Add("flagship", "Flagship", hasCompanions: true);
        using SongPlayer player = Player(models);
        PlayablePattern before = player.Core.Playing;
        player.Core.SetHit(Voice.Crash, 5, isHit: true);
        player.Play(8);
        PlayablePattern after = player.Core.Playing;
        Assert.NotEqual(0, after.GrooveVoices >> (int)Voice.Crash & 1);
        for (int cell = (int)Voice.Crash; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
        {
            Assert.Equal((before.Velocities[cell], before.Offsets[cell]), (after.Velocities[cell], after.Offsets[cell]));
        }
    }

    [Fact]
    public void Other_voices_and_steps_are_refused()
    {
        using SongPlayer player = Player(_models);
        Assert.Throws<ArgumentOutOfRangeException>(() => player.Core.SetHit((Voice)14, 0, isHit: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => player.Core.SetHit(Voice.Crash, 32, isHit: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => player.Core.SetHit(Voice.Crash, -1, isHit: true));
    }

    private static SongPlayer Player(TestModels models)
    {
        SongPlayer player = new(models.List());
        player.PlayUntil(() => player.Core.UndoCount == 1);
        player.Play(8);
        return player;
    }

    private static int[] StepsOf(SongPlayer player, byte note)
    {
        player.Plays(note);
        return [.. player.Notes.Where(one => one.Note == note).Select(one => (int)Math.Round(4 * one.Ppq) % 32)];
    }
}
