namespace DrumSpace.Engine.Tests;

public class LoopTests
{
    // From 1/32 of a bar to four bars; several are not multiples of a step or of a frame.
    private static readonly double[] Lengths = [0.125, 0.1875, 0.25, 0.3, 1.0 / 3, 0.5, 0.7, 1, 1.1, 2.5, 4, 7.77, 8, 16];
    private static readonly double[] Starts = [0, 0.1, 3.25, 100.3];

    public static TheoryData<double, double> Loops => new(from start in Starts from length in Lengths select (start, length));

    [Theory]
    [MemberData(nameof(Loops))]
    public void A_loop_that_wraps_inside_blocks_plays_each_step_once_a_pass(double start, double length)
    {
        foreach ((double rate, double tempo) in new[] { (22050.0, 120.0), (44100, 97.3), (48000, 240) })
        {
            SimulatedHost host = new(rate) { Block = SimulatedHost.RandomBlocks(new Random(5)) };

            host.PlayLoop(start, tempo, (long)(rate * 20), new Loop(start, start + length));

            Assert.Equal(0, Grid.LargestError(host, because: $"{rate} Hz, {tempo} BPM"));
        }
    }

    [Theory]
    [MemberData(nameof(Loops))]
    public void A_loop_whose_passes_start_with_a_block_plays_each_step_once_a_pass(double start, double length)
    {
        Func<double, double>[] roundings = [ppq => ppq, SimulatedHost.Ticks(1920), SimulatedHost.Ticks(384), ppq => (float)ppq];
        foreach (Func<double, double> rounding in roundings)
        {
            // Hosts place a loop on whole ticks, and split the block at the frame nearest to its end.
            Loop loop = new(rounding(start), rounding(start + length));
            SimulatedHost host = new(44100) { Rounding = rounding, Block = SimulatedHost.RandomBlocks(new Random(6)) };
            long pass = (long)Math.Round(loop.Length * 44100 * 60 / 120);

            for (long frame = 0; frame < 44100 * 20; frame += pass)
            {
                host.Play(loop.Start, 120, pass, loop: loop);
            }

            Assert.InRange(Grid.LargestError(host), 0, rounding(0.1) == 0.1 ? 0 : 1);
        }
    }

    [Theory]
    [MemberData(nameof(Loops))]
    public void A_loop_that_the_host_does_not_report_is_a_series_of_jumps(double start, double length)
    {
        // Only the start of an unreported loop is known: a step within a frame of its end may or may not sound.
        if (Math.Abs((start + length) * 4 % 1) < 1e-9 || length > 0.26)
        {
            // A pass of one block cannot be told from a repeated position, so blocks are shorter than a pass.
            Random random = new(7);
            SimulatedHost host = new(48000) { Block = () => random.Next(1, (int)Math.Min(length * 12000, 8192)) };
            long pass = (long)Math.Ceiling(length * 24000);
            for (long frame = 0; frame < 48000 * 10; frame += pass)
            {
                host.Play(start, 120, pass);
            }

            Assert.Equal(0, Grid.LargestError(host));
        }
    }

    [Fact]
    public void A_loop_can_be_entered_from_before_it_and_left_by_switching_it_off()
    {
        SimulatedHost host = new(48000) { Block = () => 700 };
        Loop loop = new(4, 8);

        host.PlayLoop(1, 120, 24000 * 5, loop);
        double reached = host.Play(6, 120, 24000 * 2 - 100, loop: null);
        host.Play(reached, 120, 24000 * 4);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void Past_the_end_of_a_loop_the_song_does_not_wrap()
    {
        SimulatedHost host = new(48000)
        {
            Habit = time => time with { IsLooping = true, LoopStart = 0, LoopEnd = 4 },
            Block = () => 1000,
        };

        host.Play(4.5, 120, 48000 * 10);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void A_loop_of_zero_length_is_ignored()
    {
        SimulatedHost host = new(48000) { Habit = time => time with { IsLooping = true, LoopStart = 2, LoopEnd = 2 } };

        host.Play(0, 120, 48000 * 4);

        Assert.Equal(0, Grid.LargestError(host));
    }
}
