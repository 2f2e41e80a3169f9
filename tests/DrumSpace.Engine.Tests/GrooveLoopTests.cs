using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class GrooveLoopTests
{
    [Fact]
    public void An_early_hit_of_a_loops_first_step_sounds_at_once_when_entered_and_at_the_loops_end_ever_after()
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, -0.25f)).Play(1);
        host.Block = () => 100;
        host.PlayLoop(4, 120, 60_000, new Loop(4, 5));
        Assert.Equal(
            [(0, 17), (4500, 18), (10500, 19), (16500, 20), (22500, 17), (28500, 18), (34500, 19), (40500, 20), (46500, 17), (52500, 18), (58500, 19)],
            GrooveHits.Played(host).Select(hit => (hit.Frame, hit.Velocity)));
    }

    [Fact]
    public void A_late_hit_of_a_loops_last_step_sounds_at_its_start()
    {
        // The last step of the loop lies an eighth of a step before its end.
        SimulatedHost host = new GroovedPattern((Voice.Snare, 0.25f)).Play(1);
        Loop loop = new(0.25 / 8, 1 + 0.25 / 8);
        host.PlayLoop(loop.Start, 120, 30_000, loop);
        Assert.Equal(
            [(750, 1), (6750, 2), (12750, 3), (18750, 4), (24750, 5)],
            GrooveHits.Played(host).Select(hit => (hit.Frame, hit.Velocity)));
    }

    [Theory]
    [InlineData(0.125)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.1)]
    [InlineData(2.5)]
    [InlineData(7.77)]
    [InlineData(8)]
    public void In_any_loop_every_hit_sounds_once_a_pass_at_its_frame(double length)
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int trial = 0; trial < 16; trial++)
        {
            double timing = random.Next(3) == 0 ? 1 : random.NextDouble();
            double swing = random.Next(2) == 0 ? 0.5 : 0.5 + 0.25 * random.NextDouble();
            double start = random.Next(2) == 0 ? random.Next(16) / 4.0 : random.NextDouble() * 8;
            double tempo = 60 + 180 * random.NextDouble();
            GroovedPattern pattern = new(random);
            SimulatedHost host = pattern.Play(timing);
            host.Block = SimulatedHost.RandomBlocks(random);
            host.Set(s => s with { Swing = swing });
            Loop loop = new(start, start + length);
            double ppq = start + (random.Next(2) == 0 ? 0 : random.NextDouble() * length * 0.99);
            IEnumerable<(long, int, int)> expected = [.. GrooveHits.OfLoop(pattern, host, ppq, tempo, 48000 * 10, loop, timing, swing)];
            host.PlayLoop(ppq, tempo, 48000 * 10, loop);
            GrooveHits.AssertSame(expected, host, $"Seed {seed}, trial {trial}: timing {timing}, swing {swing}, from {ppq}, {start} at {tempo}");
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3.25, 2.5)]
    [InlineData(0.125, 0.375)]
    public void In_a_loop_whose_passes_begin_with_a_block_every_hit_sounds_once_a_pass(double start, double length)
    {
        Random random = new(4);
        GroovedPattern pattern = new(random);
        SimulatedHost host = pattern.Play(1);
        host.Block = SimulatedHost.RandomBlocks(random);
        Loop loop = new(start, start + length);
        long pass = (long)(length * 24000);
        IEnumerable<(long, int, int)> expected = [.. GrooveHits.OfLoop(pattern, host, start, 120, 20 * pass, loop, 1)];
        for (int passes = 0; passes < 20; passes++)
        {
            host.Play(start, 120, pass, loop: loop);
        }

        GrooveHits.AssertSame(expected, host, "passes by blocks");
    }

    [Theory]
    [InlineData(1920)]
    [InlineData(384)]
    public void In_a_host_that_rounds_and_begins_passes_with_a_block_no_hit_is_lost_or_doubled(int ticks)
    {
        Random random = new(5);
        SimulatedHost host = new GroovedPattern((Voice.Snare, -0.4f), (Voice.BassDrum, 0.4f)).Play(1, 44100);
        host.Block = SimulatedHost.RandomBlocks(random);
        host.Rounding = SimulatedHost.Ticks(ticks);
        long pass = (long)Math.Round(4 * 44100 * 60 / 97.3);
        for (int passes = 0; passes < 25; passes++)
        {
            host.Play(8, 97.3, pass, loop: new Loop(8, 12));
        }

        foreach (int note in (int[])[38, 36])
        {
            int[] steps = [.. host.Events.Where(e => e.Event.Status == 0x99 && e.Event.Data1 == note).Select(e => e.Event.Data2 - 1)];
            Assert.Equal(Enumerable.Range(0, steps.Length).Select(n => n % 16), steps);
            Assert.InRange(steps.Length, 399, 401);
        }
    }

    [Fact]
    public void A_loop_that_is_switched_off_before_its_end_takes_back_what_it_had_decided()
    {
        // At 23 500 frames the early hit of the loop's first step, 500 frames before its end, is decided and has not sounded.
        SimulatedHost host = new GroovedPattern((Voice.Snare, -1 / 12f), (Voice.BassDrum, -0.5f)).Play(1);
        host.Block = () => 100;
        Loop loop = new(4, 5);
        host.PlayLoop(4, 120, 23_400, loop);
        host.Play(4 + 23_400 / 24000.0, 120, 13_000);
        Assert.Equal(
            [(0, 17), (5500, 18), (11500, 19), (17500, 20), (23500, 21), (29500, 22), (35500, 23)],
            GrooveHits.Played(host).Where(hit => hit.Note == 38).Select(hit => (hit.Frame, hit.Velocity)));
    }

    [Fact]
    public void A_loop_that_is_switched_on_before_its_end_takes_back_what_was_decided_beyond_it()
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, -1 / 12f), (Voice.BassDrum, -0.5f)).Play(1);
        host.Block = () => 100;
        double reached = host.Play(4, 120, 23_400);
        host.PlayLoop(reached, 120, 7_000, new Loop(4, 5));
        Assert.Equal(
            [(0, 17), (5500, 18), (11500, 19), (17500, 20), (23500, 17), (29500, 18)],
            GrooveHits.Played(host).Where(hit => hit.Note == 38).Select(hit => (hit.Frame, hit.Velocity)));
    }
}
