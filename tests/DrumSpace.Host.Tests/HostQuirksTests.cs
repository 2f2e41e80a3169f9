using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Tests;

/// <summary>Each quirk as a plugin sees it.</summary>
public sealed class HostQuirksTests
{
    private const TimeInfoFlags All = (TimeInfoFlags)0xFF00;

    [Fact]
    public void A_conforming_host_reports_every_field_exactly()
    {
        HostTransport transport = new(44100, 130) { TimeSignature = (3, 4) };
        transport.SetLoop((1, 9));
        transport.JumpTo(4.3);
        transport.Start();
        VstTimeInfo time = Block(transport, 64);
        Assert.Equal(4.3, time.PpqPos, 12);
        Assert.Equal(Math.Round(4.3 * 60 / 130 * 44100), time.SamplePos);
        Assert.Equal(130, time.Tempo);
        Assert.Equal(3, time.BarStartPos);
        Assert.Equal((3, 4), (time.TimeSigNumerator, time.TimeSigDenominator));
        Assert.Equal((1, 9), (time.CycleStartPos, time.CycleEndPos));

        // The next MIDI clock, 24 a quarter, is at 104/24.
        Assert.Equal(Math.Round((104 / 24.0 - 4.3) * 60 / 130 * 44100), time.SamplesToNextClock);
        const TimeInfoFlags State = TimeInfoFlags.TransportChanged | TimeInfoFlags.TransportPlaying | TimeInfoFlags.TransportCycleActive;
        Assert.Equal(State, time.Flags & State);
        Assert.False(Block(transport, 64).Flags.HasFlag(TimeInfoFlags.TransportChanged));
        transport.Stop();
        TimeInfoFlags stopped = Block(transport, 64).Flags;
        Assert.True(stopped.HasFlag(TimeInfoFlags.TransportChanged));
        Assert.False(stopped.HasFlag(TimeInfoFlags.TransportPlaying));
    }

    [Theory]
    [InlineData(1920)]
    [InlineData(384)]
    public void Positions_may_be_rounded_to_a_grid(int grid)
    {
        HostTransport transport = new(48000, 137, new HostQuirks { PpqGrid = grid });
        transport.Start();
        for (int i = 0; i < 100; i++)
        {
            double exact = transport.Ppq;
            double reported = Block(transport, 333).PpqPos;
            Assert.Equal(Math.Round(reported * grid), reported * grid, 9);
            Assert.InRange(Math.Abs(reported - exact), 0, 0.5000001 / grid);
        }
    }

    [Fact]
    public void Positions_may_have_the_precision_of_a_float()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { FloatPpq = true });
        transport.JumpTo(1000.1);
        Assert.Equal((double)(float)1000.1, Block(transport, 64).PpqPos);
    }

    [Fact]
    public void Changed_may_be_set_in_every_playing_block()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { AlwaysReportsChange = true });
        Assert.False(Block(transport, 64).Flags.HasFlag(TimeInfoFlags.TransportChanged));
        transport.Start();
        Block(transport, 64);
        Assert.True(Block(transport, 64).Flags.HasFlag(TimeInfoFlags.TransportChanged));
    }

    [Fact]
    public void Only_the_requested_fields_may_be_filled()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { FillsRequestedFieldsOnly = true });
        transport.JumpTo(5);
        transport.Start();
        transport.BeginBlock(64);
        Assert.True(transport.TryGetTime(TimeInfoFlags.TempoValid, out VstTimeInfo time));
        Assert.Equal(120, time.Tempo);
        Assert.Equal(0, time.PpqPos);
        Assert.Equal(0, time.TimeSigDenominator);
        Assert.Equal(0, time.BarStartPos);
        Assert.Equal(TimeInfoFlags.TempoValid | TimeInfoFlags.TransportPlaying | TimeInfoFlags.TransportChanged, time.Flags);
        Assert.Equal(120000, time.SamplePos);
    }

    [Fact]
    public void A_position_may_be_repeated_within_a_split_cycle()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { CycleFrames = 1024 });
        transport.Start();
        double[] reported = [.. Enumerable.Range(0, 8).Select(_ => Block(transport, 256).PpqPos)];
        Assert.All(reported[..4], ppq => Assert.Equal(0, ppq));
        Assert.All(reported[4..], ppq => Assert.Equal(1024 / 24000.0, ppq, 12));
    }

    [Fact]
    public void A_jump_within_a_cycle_is_reported()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { CycleFrames = 1024 });
        transport.Start();
        Block(transport, 256);
        transport.JumpTo(7);
        Assert.Equal(7, Block(transport, 256).PpqPos);
    }

    [Fact]
    public void A_host_may_report_no_time()
    {
        HostTransport transport = new(48000, 120, new HostQuirks { ReportsNoTime = true });
        transport.BeginBlock(64);
        Assert.False(transport.TryGetTime(All, out _));
    }

    private static VstTimeInfo Block(HostTransport transport, int frames)
    {
        int length = transport.BeginBlock(frames);
        Assert.True(transport.TryGetTime(All, out VstTimeInfo time));
        transport.EndBlock(length);
        return time;
    }
}
