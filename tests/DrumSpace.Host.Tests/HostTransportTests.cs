namespace DrumSpace.Host.Tests;

/// <summary>At 120 quarters per minute and 48000 Hz a quarter is 24000 frames, so expected values are proportions.</summary>
public sealed class HostTransportTests
{
    private const double Quarter = 24000;

    [Fact]
    public void The_position_is_the_sum_of_the_blocks()
    {
        HostTransport transport = new(48000, 120);
        transport.Start();
        foreach (int frames in (int[])[1, 500, 8192, 64])
        {
            Pass(transport, frames);
        }

        Assert.Equal(8757, transport.Frame);
        Assert.Equal(8757 / Quarter, transport.Ppq, 12);
    }

    [Fact]
    public void A_ramp_advances_by_its_integral()
    {
        // 60 to 120 over 8 quarters: p(t) = 8 (exp(t/8) - 1).
        HostTransport transport = new(48000, TempoCurve.Ramp(60, 120, 8));
        transport.Start();
        for (int i = 0; i < 1000; i++)
        {
            Pass(transport, 100 + i % 3);
        }

        Assert.Equal(8 * (Math.Exp(transport.Frame / 48000.0 / 8) - 1), transport.Ppq, 9);
    }

    [Fact]
    public void A_stopped_transport_keeps_its_position_while_frames_pass()
    {
        HostTransport transport = new(48000, 120);
        transport.JumpTo(3);
        Pass(transport, 1000);
        Assert.Equal(1000, transport.Frame);
        Assert.Equal(3, transport.Ppq, 12);
        Assert.Equal(1000 / Quarter, transport.QuartersAt(0), 12);
    }

    [Fact]
    public void Starts_jumps_and_stops_are_exact_to_the_frame()
    {
        HostTransport transport = new(48000, 120);
        transport.StartAt(100);
        transport.JumpAt(150, 8);
        transport.StopAt(1150);
        List<int> lengths = [];
        while (transport.Frame < 1300)
        {
            int frames = transport.BeginBlock(512);
            lengths.Add(frames);
            transport.EndBlock(frames);
        }

        Assert.Equal([100, 50, 512, 488, 512], lengths);
        Assert.False(transport.IsPlaying);
        Assert.Equal(8 + 1000 / Quarter, transport.Ppq, 12);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(1.0 / 3)]
    [InlineData(3.7)]
    [InlineData(1.13)]
    public void A_loop_of_any_length_keeps_its_fractions_of_a_frame(double length)
    {
        HostTransport transport = new(48000, 113);
        transport.SetLoop((2, 2 + length));
        transport.JumpTo(2);
        transport.Start();
        double perFrame = 113 / 60.0 / 48000;
        for (int i = 0; i < 2000; i++)
        {
            int frames = transport.BeginBlock(512);
            Assert.InRange(transport.PpqAt(0), 2 - 1e-9, 2 + length);
            Assert.Equal(0, Math.IEEERemainder(transport.Frame * perFrame - (transport.PpqAt(0) - 2), length), 1e-9);
            Assert.True(transport.PpqAt(frames - 1) < 2 + length, "no frame of a split block is after the loop");
            Assert.Equal(transport.Frame * perFrame, transport.QuartersAt(0), 1e-9);
            transport.EndBlock(frames);
        }
    }

    [Fact]
    public void A_block_that_crosses_the_loops_end_continues_at_its_start()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { BlocksCrossLoopEnd = true });
        transport.SetLoop((1, 1.01));
        transport.JumpTo(1);
        transport.Start();
        Assert.Equal(1000, transport.BeginBlock(1000));

        // The loop is 240 frames long, so frame 1000 is in its fifth pass.
        Assert.Equal(1 + 239 / Quarter, transport.PpqAt(239), 12);
        Assert.Equal(1, transport.PpqAt(240), 12);
        Assert.Equal(1 + 30 / Quarter, transport.PpqAt(750), 12);
        Assert.Equal(750 / Quarter, transport.QuartersAt(750), 12);
        transport.EndBlock(1000);
        Assert.Equal(1 + 40 / Quarter, transport.Ppq, 12);
        Assert.Equal(1000 / Quarter, transport.QuartersAt(0), 12);
    }

    [Fact]
    public void A_position_after_the_loop_plays_on()
    {
        HostTransport transport = new(48000, 120);
        transport.SetLoop((0, 1));
        transport.JumpTo(1);
        transport.Start();
        Pass(transport, 24000);
        Assert.Equal(2, transport.Ppq, 12);
    }

    [Fact]
    public void Loops_shorter_than_a_frame_and_changes_inside_of_a_block_are_refused()
    {
        HostTransport transport = new(48000, 120);
        Assert.Throws<ArgumentException>(() => transport.SetLoop((1, 1)));
        Assert.Throws<ArgumentException>(() => transport.SetLoop((1, 1 + 0.5 / Quarter)));
        transport.BeginBlock(64);
        Assert.Throws<InvalidOperationException>(transport.Start);
        Assert.Throws<InvalidOperationException>(() => transport.SetLoop((0, 1)));
    }

    private static void Pass(HostTransport transport, int frames)
    {
        Assert.Equal(frames, transport.BeginBlock(frames));
        transport.EndBlock(frames);
    }
}
