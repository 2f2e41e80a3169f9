namespace DrumSpace.Engine.Tests;

public class JumpAndRampTests
{
    [Fact]
    public void Jumps_back_and_forth_play_the_steps_of_the_new_position()
    {
        Random random = new(8);
        SimulatedHost host = new(44100) { Block = SimulatedHost.RandomBlocks(random) };

        for (int jump = 0; jump < 300; jump++)
        {
            host.Play(random.NextDouble() * 100, 120, random.Next(1, 60000));
        }

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void A_jump_to_a_step_plays_that_step()
    {
        SimulatedHost host = new(48000);

        host.Play(0, 120, 48000 + 1234);
        host.Play(16, 120, 48000);

        Assert.Contains((48000 + 1234, 0), host.Played);
        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void A_distant_position_after_a_long_time_without_one_causes_no_burst_of_steps()
    {
        SimulatedHost host = new(48000);
        double reached = host.Play(0, 120, 48000);
        host.Habit = time => time with { HasPpq = false };
        host.Play(reached, 120, 48000 * 60);
        host.Habit = time => time;

        host.Play(1, 300, 48000);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void A_stop_and_a_start_at_the_same_position_continue()
    {
        SimulatedHost host = new(48000);
        double reached = host.Play(0, 120, 6000);

        host.Stop(reached, 120, 5000);
        host.Play(reached, 120, 48000);

        Assert.Equal(0, Grid.LargestError(host));
        Assert.DoesNotContain(host.Played, hit => hit.Frame is >= 6000 and < 11000);
    }

    [Fact]
    public void A_new_tempo_takes_effect_with_its_block()
    {
        SimulatedHost host = new(48000) { Block = () => 480 };
        double reached = 0;
        foreach (double tempo in new[] { 120.0, 60, 240, 121, 33, 300 })
        {
            reached = host.Play(reached, tempo, 48000 * 3);
        }

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Theory]
    [InlineData(60, 20, 64)]
    [InlineData(60, 20, 1024)]
    [InlineData(200, -15, 512)]
    [InlineData(90, 40, 8192)]
    [InlineData(300, -28, 8192)]
    public void A_tempo_ramp_loses_and_doubles_no_step_and_errs_by_less_than_a_block_of_ramp(double tempo, double perSecond, int block)
    {
        SimulatedHost host = new(44100) { Block = () => block };

        host.Play(0, tempo, 44100 * 8, perSecond);

        // The host reports the tempo at the block's start: at its end the position is off by half the ramp times the square of the time.
        double slowest = Math.Min(tempo, tempo + perSecond * 8);
        double seconds = block / 44100.0;
        double frames = 0.5 * Math.Abs(perSecond) * seconds * seconds / slowest * 44100;
        Assert.InRange(Grid.LargestError(host), 0, (long)frames + 1);
    }

    [Theory]
    [InlineData(1920)]
    [InlineData(384)]
    public void A_tempo_ramp_in_a_rounding_host_loses_and_doubles_no_step(int ticks)
    {
        SimulatedHost host = new(48000) { Block = () => 1024, Rounding = SimulatedHost.Ticks(ticks) };

        double reached = host.Play(0, 80, 48000 * 5, 20);
        reached = host.Play(reached, 180, 48000 * 5, -20);
        host.Play(reached, 80, 48000 * 5);

        Grid.LargestError(host);
    }

    [Fact]
    public void Random_transport_of_an_exact_host_plays_each_step_once_and_at_its_frame()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            double[] rates = [22050, 32000, 44100, 48000, 88200, 96000, 192000];
            SimulatedHost host = new(rates[random.Next(rates.Length)]) { Block = SimulatedHost.RandomBlocks(random) };
            double reached = random.NextDouble() * 40;
            for (int part = 0; part < 12; part++)
            {
                double tempo = 30 + random.NextDouble() * 300;
                long frames = random.Next(1, 100000);
                switch (random.Next(4))
                {
                    case 0:
                        host.Stop(reached, tempo, frames);
                        break;
                    case 1:
                        double start = random.Next(100) / 4.0 + (random.Next(2) == 0 ? 0 : random.NextDouble());
                        host.PlayLoop(start, tempo, frames, new Loop(start, start + 0.13 + random.NextDouble() * 4));
                        host.Stop(0, tempo, 1);
                        break;
                    case 2:
                        reached = host.Play(random.NextDouble() * 1000, tempo, frames);
                        host.Stop(reached, tempo, 1);
                        break;
                    default:
                        reached = host.Play(reached, tempo, frames);
                        host.Stop(reached, tempo, 1);
                        break;
                }
            }

            Assert.InRange(Grid.LargestError(host, because: $"seed {seed}"), 0, 0);
        }
    }
}
