namespace DrumSpace.Engine.Tests;

/// <summary>Hosts whose position moves at another speed than their tempo says: varispeed, shuttles, ramps that are not reported.</summary>
public class SpeedTests
{
    private const double Quarters = 8;

    public static TheoryData<double, int> SpeedsAndBlocks => new MatrixTheoryData<double, int>(
        [1, 0.95, 0.9, 0.75, 0.5, 0.25, 1.1, 1.5, 2, 4], [64, 256, 1024]);

    [Theory]
    [InlineData(4, 2048)]
    [InlineData(3, 4096)]
    [InlineData(2, 8192)]
    [InlineData(4, 8192)]
    public void With_long_blocks_no_step_is_lost_once_the_speed_is_known(double speed, int block)
    {
        SimulatedHost host = new();
        Play(host, 0, 64, _ => speed, block);
        int[] steps = [.. host.Played.Select(played => played.Step)];
        int[] gaps = [.. Enumerable.Range(1, steps.Length - 1).Where(number => steps[number] != (steps[number - 1] + 1) % 32)];
        Assert.All(gaps, number => Assert.InRange(number, 1, 16));
        Assert.InRange(steps.Length, 230, 270);
    }

    [Theory]
    [InlineData(5000, 48_000, 256)]
    [InlineData(2000, 8_000, 256)]
    public void Above_the_highest_tempo_the_position_is_followed(double tempo, double rate, int block)
    {
        SimulatedHost host = new(rate);
        for (double ppq = 0; ppq < 64; ppq += block * tempo / 60 / rate)
        {
            host.Process(new HostTime { IsPlaying = true, HasPpq = true, Ppq = ppq, HasTempo = true, Tempo = tempo }, block);
        }

        Assert.InRange(host.Played.Count, 200, 258);
    }

    [Theory]
    [MemberData(nameof(SpeedsAndBlocks))]
    public void Every_step_sounds_once_and_in_order_whatever_the_speed(double speed, int block)
    {
        SimulatedHost host = new();
        double ppq = Play(host, 0, Quarters, _ => speed, block);
        Assert.True(ppq >= Quarters);
        AssertPlaysAll(host);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1024)]
    public void A_ramp_that_is_not_reported_doubles_and_loses_no_step(int block)
    {
        SimulatedHost host = new();
        Play(host, 0, Quarters, ppq => 0.5 + ppq / 4, block);
        AssertPlaysAll(host);
    }

    [Theory]
    [InlineData(1920)]
    [InlineData(384)]
    public void Nor_does_a_host_that_rounds_its_position(int ticks)
    {
        SimulatedHost host = new();
        Play(host, 0, Quarters, _ => 0.5, 256, SimulatedHost.Ticks(ticks));
        AssertPlaysAll(host);
    }

    [Fact]
    public void Once_the_speed_is_known_steps_lie_where_the_position_says()
    {
        SimulatedHost host = new();
        Play(host, 0, Quarters, _ => 0.5, 256);

        // At half speed and 120 quarters a minute a 16th lasts 12 000 frames.
        Assert.All(host.Played.Index().Skip(8), item => Assert.InRange(item.Item.Frame - 12_000 * item.Index, -2, 2));
    }

    [Fact]
    public void A_jump_ahead_skips_what_lies_between()
    {
        SimulatedHost host = new() { Block = () => 500 };
        double reached = host.Play(0, 120, 6000);
        host.Play(reached + 1, 120, 6000);
        Assert.Equal([0, 5], host.Played.Select(played => played.Step));
    }

    [Theory]
    [InlineData(1200, 999)]
    [InlineData(0.25, 1)]
    public void A_tempo_out_of_range_is_held_at_its_limit(double reported, double held)
    {
        SimulatedHost host = new();
        host.Process(new HostTime { IsPlaying = true, HasPpq = true, HasTempo = true, Tempo = 120 }, 64);
        host.Process(new HostTime { IsPlaying = true, HasPpq = true, Ppq = 0.01, HasTempo = true, Tempo = reported }, 64);
        Assert.Equal(held, host.Engine.Tempo);
    }

    private static void AssertPlaysAll(SimulatedHost host)
    {
        int[] steps = [.. host.Played.Select(played => played.Step)];
        Assert.InRange(steps.Length, 32, 33);
        Assert.Equal(Enumerable.Range(0, steps.Length).Select(step => step % 32), steps);
    }

    // The host reports an exact position, which moves by the speed times its tempo of 120.
    private static double Play(
        SimulatedHost host, double ppq, double end, Func<double, double> speed, int block, Func<double, double>? rounding = null)
    {
        for (; ppq < end; ppq += block * speed(ppq) * 120 / 60 / host.SampleRate)
        {
            double reported = rounding?.Invoke(ppq) ?? ppq;
            host.Process(new HostTime { IsPlaying = true, HasPpq = true, Ppq = reported, HasTempo = true, Tempo = 120 }, block);
        }

        return ppq;
    }
}
