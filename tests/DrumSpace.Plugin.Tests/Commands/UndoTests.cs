using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Commands;

/// <summary>Undo, as an editor and as a host ask for it. A note of the tests' model tells which knobs are up: 36 the first, 38 the second.</summary>
[Collection("log")]
public sealed class UndoTests : IDisposable
{
    private const float Undo = 0.5f;
    private const float Redo = 1;
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_knobs_ride_is_one_change_however_long()
    {
        using SongPlayer player = new(_models.List());
        Settle(player, 1);
        for (int step = 0; step <= 200; step++)
        {
            player.Set(ParameterTable.Knobs[0], 0.3f + (step * 0.0025f));
            player.Play(0.1);
        }

        Settle(player, 2);
        Assert.True(player.Core.Undo());
        Assert.Equal(0.25f, player.Knobs[0]);
        Assert.True(player.Core.Redo());
        Assert.Equal(0.8f, player.Knobs[0], 1e-5f);
        Assert.False(player.Core.Redo());
    }

    [Fact]
    public void The_command_steps_back_and_forth_and_goes_back_by_itself()
    {
        using SongPlayer player = new(_models.List());
        Settle(player, 1);
        player.Set(ParameterTable.Knobs[0], 1);
        Settle(player, 2);
        player.Set(ParameterTable.Knobs[0], 0);
        player.Set(ParameterTable.Undo, Undo);
        player.PlayUntil(() => player.Knobs[0] == 1);
        Assert.Equal(0, player.Core.Parameters[ParameterTable.Undo]);
        player.Set(ParameterTable.Undo, Undo);
        player.PlayUntil(() => player.Knobs[0] == 0.25f);
        Assert.False(player.Plays(36));
        player.Set(ParameterTable.Undo, Redo);
        player.PlayUntil(() => player.Knobs[0] == 1);
        Assert.True(player.Plays(36));
        player.Set(ParameterTable.Undo, Redo);
        player.PlayUntil(() => player.Knobs[0] == 0);
    }

    [Fact]
    public void A_change_after_an_undo_replaces_what_was_undone_and_levels_and_mutes_are_no_changes()
    {
        using SongPlayer player = new(_models.List());
        Settle(player, 1);
        player.Set(ParameterTable.Knobs[0], 0.6f);
        Assert.True(player.Core.Undo());
        player.Set(ParameterTable.Knobs[1], 0.6f);
        Assert.False(player.Core.Redo());
        player.Set(ParameterTable.KitLevel, 0.1f);
        player.Set(ParameterTable.Mute[0], 1);
        player.Set(ParameterTable.Channel, 0);
        Assert.True(player.Core.Undo());
        Assert.Equal(0.25f, player.Knobs[1]);
        Assert.Equal((0.1f, 1f, 0f), (
            player.Core.Parameters[ParameterTable.KitLevel], player.Core.Parameters[ParameterTable.Mute[0]], player.Core.Parameters[ParameterTable.Channel]));
    }

    [Fact]
    public void Sixty_four_changes_can_be_taken_back()
    {
        using SongPlayer player = new(_models.List());
        Settle(player, 1);
        for (int number = 1; number <= 100; number++)
        {
            player.Set(ParameterTable.Knobs[0], number / 100f);

            // Going back notes what was changed.
            Assert.True(player.Core.Undo() && player.Core.Redo());
            Assert.Equal(Math.Min(number + 1, BeatHistory.Most), player.Core.UndoCount);
        }

        for (int number = 99; number >= 100 - BeatHistory.Most; number--)
        {
            Assert.True(player.Core.Undo());
            Assert.Equal(number / 100f, player.Knobs[0]);
        }

        Assert.False(player.Core.Undo());
        Assert.Equal(BeatHistory.Most, player.Core.RedoCount);
        while (player.Core.Redo())
        {
        }

        Assert.Equal(1, player.Knobs[0]);
    }

    [Fact]
    public void Locked_rows_come_back_as_they_were()
    {
        using SongPlayer player = new(_models.List());
        player.Set(ParameterTable.Knobs[0], 1);
        Settle(player, 1);
        player.Set(ParameterTable.Lock[0], 1);
        Settle(player, 2);
        player.Set(ParameterTable.Knobs[0], 0);
        Assert.True(player.Plays(36));
        Settle(player, 3);
        player.Set(ParameterTable.Lock[0], 0);
        Assert.False(player.Plays(36));
        Settle(player, 4);

        // The kick's row was of another place than where the knobs stand: only the memory can have it.
        Assert.True(player.Core.Undo());
        Assert.Equal((1f, 0f), (player.Core.Parameters[ParameterTable.Lock[0]], player.Knobs[0]));
        Assert.True(player.Plays(36));
        Assert.True(player.Core.Redo());
        Assert.False(player.Plays(36));
    }

    [Fact]
    public void A_stored_slot_and_a_program_are_one_change_each()
    {
        using SongPlayer player = new(_models.List());
        player.Set(ParameterTable.Knobs[0], 1);
        Settle(player, 1);
        player.Set(ParameterTable.Store, 1 / 8f);
        Settle(player, 2);
        Assert.True(player.Core.Slots.Slots[0].IsFilled);
        player.Core.Programs.Select(3);
        Settle(player, 3);
        float[] program = player.Knobs;
        Assert.True(player.Core.Undo());
        Assert.Equal((0, 1f), (player.Core.Programs.Current, player.Knobs[0]));
        Assert.True(player.Core.Slots.Slots[0].IsFilled);
        Assert.True(player.Core.Undo());
        Assert.False(player.Core.Slots.Slots[0].IsFilled);
        Assert.True(player.Core.Redo() && player.Core.Redo());
        Assert.True(player.Core.Slots.Slots[0].IsFilled);
        Assert.Equal((3, program[0]), (player.Core.Programs.Current, player.Knobs[0]));
    }

    [Fact]
    public void A_song_begins_with_the_state_that_it_loads()
    {
        using SongPlayer saved = new(_models.List());
        saved.Set(ParameterTable.Knobs[0], 0.9f);
        byte[] state = saved.Core.SaveState(programOnly: false);
        using SongPlayer player = new(_models.List());
        using PluginCore fresh = new(_models.List());
        Assert.True(fresh.TryLoadState(state));
        Assert.False(fresh.Undo());
        Assert.Equal(0.9f, fresh.Parameters[ParameterTable.Knobs[0]]);
        Settle(player, 1);
        Assert.True(player.Core.TryLoadState(state));
        Assert.True(player.Core.Undo());
        Assert.Equal(0.25f, player.Knobs[0]);
    }

    [Fact]
    public void Going_back_and_forth_makes_no_garbage_once_there_is_room()
    {
        using SongPlayer player = new(_models.List());
        long before = 0;
        for (int number = 0; number < 400; number++)
        {
            before = number == 200 ? GC.GetAllocatedBytesForCurrentThread() : before;
            player.Set(ParameterTable.Knobs[0], number % 100 / 100f);
            player.Core.Undo();
            player.Core.Redo();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Rests until what was changed is noted.
    private static void Settle(SongPlayer player, int changes)
    {
        player.PlayUntil(() => player.Core.UndoCount == changes);
        player.Play(2);
        Assert.Equal(changes, player.Core.UndoCount);
    }
}
