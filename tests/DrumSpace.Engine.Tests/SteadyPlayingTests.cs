namespace DrumSpace.Engine.Tests;

public class SteadyPlayingTests
{
    public static TheoryData<double, double> Rates => new(
        from rate in new[] { 22050.0, 44100, 48000, 96000, 192000 } from tempo in new[] { 33.3, 120, 174, 300 } select (rate, tempo));

    [Theory]
    [MemberData(nameof(Rates))]
    public void With_an_exact_host_every_step_lies_on_its_nearest_frame(double rate, double tempo)
    {
        Random random = new(1);
        SimulatedHost host = new(rate) { Block = SimulatedHost.RandomBlocks(random) };

        host.Play(0, tempo, (long)(20 * rate));

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(8_000)]
    [InlineData(384_000)]
    [InlineData(768_000)]
    public void At_the_rates_of_hosts_and_validators_too(double rate)
    {
        SimulatedHost host = new(rate);
        host.Play(0, 120, (long)(4 * rate));
        Assert.Equal(0, Grid.LargestError(host));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(8192)]
    public void The_block_size_does_not_matter(int block)
    {
        SimulatedHost host = new(44100) { Block = () => block };

        host.Play(0, 120, 44100 * 8);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void A_song_that_starts_before_its_beginning_counts_its_steps_from_zero()
    {
        SimulatedHost host = new(48000);

        host.Play(-3.9, 120, 48000 * 4);

        Assert.Equal(0, Grid.LargestError(host));
        Assert.Equal(17, host.Played[0].Step);
    }

    [Fact]
    public void At_120_BPM_and_48_kHz_the_steps_are_6000_frames_apart()
    {
        SimulatedHost host = new(48000);

        host.Play(0, 120, 48000);

        Assert.Equal([(0, 0), (6000, 1), (12000, 2), (18000, 3), (24000, 4), (30000, 5), (36000, 6), (42000, 7)], host.Played);
    }

    [Fact]
    public void Without_any_word_of_the_transport_the_song_runs_free_at_120_BPM()
    {
        SimulatedHost host = new(48000) { Habit = _ => default };

        host.Play(0, 120, 48000 * 8);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void When_the_host_falls_silent_the_song_runs_on_at_the_last_tempo()
    {
        SimulatedHost host = new(48000);
        double reached = host.Play(0, 140, 48000 * 4);
        host.Habit = _ => default;

        host.Play(reached, 140, 48000 * 4);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void A_host_that_plays_without_a_position_gets_steps_at_its_tempo()
    {
        SimulatedHost host = new(48000) { Habit = time => time with { HasPpq = false, Ppq = double.NaN } };

        host.Play(0, 90, 48000 * 8);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void Impossible_tempi_and_positions_are_not_believed()
    {
        int block = 0;
        double[] tempi = [double.NaN, double.PositiveInfinity, 0, -120, 1e300];
        double[] positions = [double.NaN, double.NegativeInfinity, 1e300, -1e300];
        SimulatedHost host = new(48000)
        {
            Habit = time => ++block % 3 == 0
                ? time with { Tempo = tempi[block % 5], Ppq = positions[block % 4], LoopEnd = double.NaN, IsLooping = true }
                : time,
        };

        host.Play(0, 120, 48000 * 8);

        Assert.Equal(0, Grid.LargestError(host));
    }
}
