using DrumSpace.Engine.Playing;

namespace DrumSpace.Engine.Tests;

/// <summary>What a display is told of the block that was played last. A quarter lasts 24 000 frames here.</summary>
public class PlayheadTests
{
    private const double Tempo = 120;

    [Fact]
    public void Before_anything_is_played_the_song_stands_at_the_first_step()
    {
        Playhead playhead = new SimulatedHost().Engine.Playhead;
        Assert.Equal((false, 0.0, 0, 120.0, 4, 4, 0), Of(playhead));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1.5, 6, 1)]
    [InlineData(3.9375, 15.75, 1)]
    [InlineData(4, 16, 2)]
    [InlineData(8.0625, 0.25, 3)]
    [InlineData(-0.25, 31, 0)]
    public void The_place_in_the_pattern_and_the_bar_follow_the_song(double ppq, double step, long bar)
    {
        SimulatedHost host = new();
        host.Play(ppq, Tempo, 1);
        Assert.Equal((true, step, bar, Tempo, 4, 4, 0), Of(host.Engine.Playhead));
    }

    [Fact]
    public void It_is_the_place_of_the_blocks_first_frame()
    {
        SimulatedHost host = new() { Block = () => 600 };
        host.Play(0, Tempo, 12_000);
        Assert.Equal(1.9, host.Engine.Playhead.Step, 1e-9);
    }

    [Theory]
    [InlineData(0.15, 0.5)]
    [InlineData(0.3, 1)]
    [InlineData(0.4, 1.5)]
    public void With_swing_the_place_moves_unevenly(double ppq, double step)
    {
        // At 60 % every second step comes at 0.3 instead of 0.25 quarters.
        SimulatedHost host = new();
        host.Set(s => s with { Swing = 0.6 });
        host.Play(ppq, Tempo, 1);
        Assert.Equal(step, host.Engine.Playhead.Step, 1e-6);
    }

    [Theory]
    [InlineData(4.75, 0)]
    [InlineData(4.9375, 1.5)]
    [InlineData(5, 30)]
    public void Length_start_and_speed_of_the_pattern_count(double ppq, double step)
    {
        // Four steps of a 32nd, from the 31st on.
        SimulatedHost host = new();
        host.Set(s => s with { PatternStart = 30, PatternLength = 4, Speed = PatternSpeed.Double });
        host.Play(ppq, Tempo, 1);
        Assert.Equal(step, host.Engine.Playhead.Step, 1e-6);
    }

    [Fact]
    public void Bars_and_the_time_signature_are_the_hosts()
    {
        SimulatedHost host = new()
        {
            Habit = time => time with { HasTimeSignature = true, Numerator = 6, Denominator = 8, HasBarStart = true, BarStart = 3 },
        };
        host.Play(3.5, Tempo, 1);
        Assert.Equal((true, 18.0, 2, Tempo, 6, 8, 0), Of(host.Engine.Playhead));
    }

    [Fact]
    public void A_song_that_stands_shows_the_hosts_cursor_and_no_bar_where_there_is_none()
    {
        SimulatedHost host = new();
        host.Stop(5, 90, 100);
        Assert.Equal((false, 20.0, 2, 90.0, 4, 4, 0), Of(host.Engine.Playhead));
        host.Habit = time => time with { HasPpq = false };
        host.Stop(5, 90, 100);
        Assert.Equal((false, 0.0, 0, 90.0, 4, 4, 0), Of(host.Engine.Playhead));
    }

    [Fact]
    public void The_point_is_the_one_that_plays_also_on_the_way_to_a_slot()
    {
        SlotHost slots = new() { Host = { Block = () => 600 } };
        slots.Set(s => s with { MorphQuarters = 8 });
        slots.Host.Stop(0, Tempo, 10);
        double reached = slots.Host.Play(0, Tempo, 60_000);
        Assert.Equal(0, slots.Host.Engine.Playhead.Knobs[0]);
        slots.Set(s => s with { Slot = 7 });
        slots.Host.Play(reached, Tempo, 36_000 + 96_000 + 600);
        Playhead playhead = slots.Host.Engine.Playhead;
        Assert.Equal(7, playhead.Slot);
        Assert.Equal(0.5 * 7 / 13, playhead.Knobs[0], 1e-3);
    }

    [Fact]
    public void A_reader_gets_a_whole_playhead_while_blocks_are_played_and_allocates_nothing()
    {
        SimulatedHost host = new() { Block = () => 64 };
        bool isDone = false;
        Thread audio = new(() =>
        {
            host.Play(0, Tempo, 2_000_000);
            Volatile.Write(ref isDone, true);
        });
        audio.Start();
        _ = host.Engine.Playhead;
        long before = GC.GetAllocatedBytesForCurrentThread();
        double last = -1;
        bool isWhole = true;
        while (!Volatile.Read(ref isDone))
        {
            Playhead playhead = host.Engine.Playhead;
            double place = playhead.Bar < 1 ? 0 : (playhead.Bar - 1) * 16 + playhead.Step % 16;
            isWhole &= place >= last;
            last = place;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        audio.Join();
        Assert.True(isWhole);
    }

    private static (bool, double, long, double, int, int, int) Of(Playhead playhead) => (
        playhead.IsPlaying, Math.Round(playhead.Step, 6), playhead.Bar, playhead.Tempo, playhead.Numerator, playhead.Denominator,
        playhead.Slot);
}
