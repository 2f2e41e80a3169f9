using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>What real hosts were observed to do, in the order in which the observations were written down.</summary>
public class HostHabitTests
{
    [Theory]
    [InlineData("Ardour", 1920)]
    [InlineData("MusE", 384)]
    [InlineData("Qtractor", 0)]
    public void Habit_1_a_rounded_position_neither_jitters_nor_doubles_nor_loses_steps(string host, int ticks)
    {
        SimulatedHost simulated = new(48000)
        {
            Rounding = ticks == 0 ? ppq => (float)ppq : SimulatedHost.Ticks(ticks),
            Block = () => 256,
        };

        simulated.Play(0, 140, 48000 * 60);

        Assert.InRange(Grid.LargestError(simulated, because: host), 0, 1);
    }

    [Theory]
    [InlineData(100, 156)]
    [InlineData(256, 256)]
    [InlineData(1, 2000)]
    public void Habit_1_a_position_that_is_repeated_within_a_cycle_goes_on(int first, int second)
    {
        int block = 0;
        double cycleStart = 0;
        SimulatedHost host = new(48000) { Rounding = SimulatedHost.Ticks(384), Block = () => block % 2 == 0 ? first : second };
        host.Habit = time =>
        {
            cycleStart = block++ % 2 == 0 ? time.Ppq : cycleStart;
            return time with { Ppq = cycleStart };
        };

        host.Play(0, 140, 48000 * 30);

        Assert.InRange(Grid.LargestError(host), 0, 1);
    }

    [Fact]
    public void Habit_1_a_step_on_the_border_of_two_blocks_sounds_once()
    {
        // 6000 frames a step at 120 BPM and 48 kHz: every step is the first frame of a block.
        SimulatedHost host = new(48000) { Block = () => 3000, Rounding = SimulatedHost.Ticks(384) };

        host.Play(0, 120, 48000 * 60);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void Habit_1_after_a_wrapped_loop_the_song_does_not_fall_silent()
    {
        SimulatedHost host = new(48000);

        host.PlayLoop(0, 120, 48000 * 20, new Loop(0, 1));

        Assert.Equal(20 * 8, host.Played.Count);
    }

    [Fact]
    public void Habit_2_blocks_that_each_claim_a_change_of_transport_are_no_jumps()
    {
        // The engine is told no such flag: a host that repeats everything in each block changes nothing, and no note is cut.
        SimulatedHost host = new(48000) { Block = () => 64 };
        host.Set(s => s with { Gate = 1 });

        host.Play(0, 120, 48000 * 2);

        long[] ends = [.. host.Events.Where(e => e.Event.Status == 0x89).Select(e => e.Frame % 6000).Distinct()];
        Assert.Equal([0L], ends);
    }

    [Fact]
    public void Habit_2_what_the_host_leaves_out_is_not_missed()
    {
        SimulatedHost host = new(48000)
        {
            Habit = time => new HostTime { IsPlaying = true, HasPpq = true, Ppq = time.Ppq, HasTempo = true, Tempo = time.Tempo },
        };

        host.PlayLoop(0, 120, 24000 * 16, new Loop(0, 8));

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void Habit_3_blocks_shorter_and_longer_than_announced_are_played()
    {
        int[] sizes = [752, 272, 256, 512, 1, 20000, 65536];
        int block = 0;
        SimulatedHost host = new(48000, maxBlock: 1024) { Block = () => sizes[block++ % sizes.Length] };

        host.Play(0, 120, 48000 * 20);

        Assert.Equal(0, Grid.LargestError(host));
        Assert.Equal(0, host.Engine.DroppedNotes);
    }

    [Fact]
    public void Habit_3_processing_while_stopped_brings_nothing()
    {
        SimulatedHost host = new(48000);

        host.Stop(0, 120, 48000 * 4);

        Assert.Empty(host.Events);
    }

    [Fact]
    public void Habit_3_a_resumption_without_a_suspension_ends_what_sounds()
    {
        SimulatedHost host = new(48000) { Block = () => 512 };
        double reached = host.Play(0, 120, 512);

        host.Engine.Resume();
        host.Engine.Resume();
        host.Play(reached, 120, 512);

        Assert.Equal([(0, 0x99), (512, 0x89)], host.Events.Select(e => ((int)e.Frame, (int)e.Event.Status)));
    }

    [Fact]
    public void Habit_5_settings_that_change_in_mid_song_leave_no_note_behind()
    {
        Random random = new(9);
        SimulatedHost host = new(48000) { Block = () => 300 };
        host.BeforeBlock = () =>
        {
            host.Set(s => s with { Channel = random.Next(1, 17) });
            host.Set(s => s with { Gate = random.NextDouble() });
            host.Set(s => s with { MutedVoices = random.Next(Pattern.AllVoices) });
        };

        double reached = host.Play(0, 200, 48000 * 10);
        host.Stop(reached, 200, 300);

        NoteOffTests.AssertPaired(host, "settings");
    }

    [Fact]
    public void Habit_6_a_block_has_one_list_of_events()
    {
        SimulatedHost host = new(48000) { Block = () => 48000 };

        host.Play(0, 120, 48000);

        Assert.Equal(8, host.Engine.Events.ToArray().Where(e => e.Status == 0x99).Select(e => e.Frame).Distinct().Count());
    }

    [Fact]
    public void Habit_7_all_that_is_sent_is_notes_on_the_drum_channel()
    {
        SimulatedHost host = new(48000);
        double reached = host.Play(0, 120, 48000 * 8);

        host.Stop(reached, 120, 4800);

        Assert.All(host.Events, e => Assert.Contains(e.Event.Status, new byte[] { 0x99, 0x89 }));
    }
}
