namespace DrumSpace.Engine.Tests;

public class SwingTests
{
    [Theory]
    [InlineData(0.5, 6000)]
    [InlineData(0.54, 6480)]
    [InlineData(2.0 / 3, 8000)]
    [InlineData(0.75, 9000)]
    public void Swing_delays_every_second_16th(double swing, long second)
    {
        SimulatedHost host = new();
        host.Set(s => s with { Swing = swing });
        host.Play(0, 120, 48000);
        Assert.Equal(
            [(0, 0), (second, 1), (12000, 2), (12000 + second, 3), (24000, 4), (24000 + second, 5), (36000, 6), (36000 + second, 7)],
            host.Played);
    }

    [Theory]
    [InlineData(PatternSpeed.Half, 12000)]
    [InlineData(PatternSpeed.Double, 3000)]
    public void In_half_and_double_time_the_patterns_own_steps_swing(PatternSpeed rate, long step)
    {
        SimulatedHost host = new();
        host.Set(s => s with { Swing = 0.6 });
        host.Set(s => s with { Speed = rate });
        host.Play(0, 120, 4 * step);
        Assert.Equal([(0, 0), (step * 12 / 10, 1), (2 * step, 2), ((2 * step) + (step * 12 / 10), 3)], host.Played);
    }

    [Fact]
    public void With_any_swing_tempo_and_blocks_every_step_sounds_once_at_its_frame()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int trial = 0; trial < 40; trial++)
        {
            double swing = 0.5 + 0.25 * random.NextDouble();
            double tempo = 40 + 260 * random.NextDouble();
            double start = 8 * random.NextDouble();
            SimulatedHost host = new() { Block = SimulatedHost.RandomBlocks(random) };
            host.Set(s => s with { Swing = swing });
            host.Play(start, tempo, 48000 * 6);
            List<(long, int)> expected = [];
            for (int n = 0; n < 400; n++)
            {
                double quarters = (n + (n % 2 == 1 ? 2 * swing - 1 : 0)) / 4 - start;
                long frame = (long)Math.Floor(quarters * 60 / tempo * 48000 + 0.5001);
                if (frame is >= 0 and < 48000 * 6)
                {
                    expected.Add((frame, n % 32));
                }
            }

            Assert.True(expected.SequenceEqual(host.Played), $"Seed {seed}, trial {trial}: swing {swing}, tempo {tempo}, from {start}.");
        }
    }

    [Fact]
    public void Each_pass_of_a_loop_holds_what_swings_into_it_and_not_what_swings_out()
    {
        // At 75 % the second 16th sounds at 0.375 and the sixteenth at 3.875 quarters.
        SimulatedHost host = new() { Block = () => 700 };
        host.Set(s => s with { Swing = 0.75 });
        host.PlayLoop(0.3, 120, 24000 * 7, new Loop(0.3, 3.8));
        (long, int)[] pass = [.. Enumerable.Range(1, 14).Select(n => ((long)Math.Round(((n + (n % 2 * 0.5)) / 4.0 - 0.3) * 24000), n))];
        Assert.Equal([.. pass, .. pass.Select(hit => (hit.Item1 + 84000, hit.Item2))], host.Played);
    }

    [Fact]
    public void While_swing_is_turned_no_step_is_lost_or_doubled()
    {
        Random random = new(3);
        SimulatedHost host = new() { Block = () => random.Next(1, 900) };
        host.BeforeBlock = () => host.Set(s => s with { Swing = 0.5 + 0.25 * random.NextDouble() });
        host.Play(0, 150, 48000 * 20);
        Assert.Equal(Enumerable.Range(0, host.Played.Count).Select(n => n % 32), host.Played.Select(hit => hit.Step));
        Assert.InRange(host.Played.Count, 199, 200);
    }
}
