using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Tests;

/// <summary>Each habit as a plugin sees it.</summary>
public sealed class HostHabitsTests
{
    private const TimeInfoFlags All = (TimeInfoFlags)0xFF00;

    [Fact]
    public void A_tidy_host_tells_everything_exactly()
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

        // The next of 24 clocks a quarter is at 104/24.
        Assert.Equal(Math.Round((104 / 24.0 - 4.3) * 60 / 130 * 44100), time.SamplesToNextClock);
        Assert.True(time.Flags.HasFlag(TimeInfoFlags.TransportChanged | TimeInfoFlags.TransportPlaying | TimeInfoFlags.TransportCycleActive));
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
        HostTransport transport = new(48000, 137, new HostHabits { PpqGrid = grid });
        transport.Start();
        for (int i = 0; i < 100; i++)
        {
            double exact = transport.Ppq;
            double told = Block(transport, 333).PpqPos;
            Assert.Equal(Math.Round(told * grid), told * grid, 9);
            Assert.InRange(Math.Abs(told - exact), 0, 0.5000001 / grid);
        }
    }

    [Fact]
    public void Positions_may_have_the_precision_of_a_float()
    {
        HostTransport transport = new(48000, 120, new HostHabits { FloatPpq = true });
        transport.JumpTo(1000.1);
        Assert.Equal((double)(float)1000.1, Block(transport, 64).PpqPos);
    }

    [Fact]
    public void Changed_may_be_set_in_every_playing_block()
    {
        HostTransport transport = new(48000, 120, new HostHabits { AlwaysChanged = true });
        Assert.False(Block(transport, 64).Flags.HasFlag(TimeInfoFlags.TransportChanged));
        transport.Start();
        Block(transport, 64);
        Assert.True(Block(transport, 64).Flags.HasFlag(TimeInfoFlags.TransportChanged));
    }

    [Fact]
    public void Only_what_is_asked_for_may_be_filled()
    {
        HostTransport transport = new(48000, 120, new HostHabits { OnlyAskedFields = true });
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
    public void A_position_may_stand_still_within_a_split_cycle()
    {
        HostTransport transport = new(48000, 120, new HostHabits { CycleFrames = 1024 });
        transport.Start();
        double[] told = [.. Enumerable.Range(0, 8).Select(_ => Block(transport, 256).PpqPos)];
        Assert.All(told[..4], ppq => Assert.Equal(0, ppq));
        Assert.All(told[4..], ppq => Assert.Equal(1024 / 24000.0, ppq, 12));
    }

    [Fact]
    public void A_jump_ends_the_standing_still()
    {
        HostTransport transport = new(48000, 120, new HostHabits { CycleFrames = 1024 });
        transport.Start();
        Block(transport, 256);
        transport.JumpTo(7);
        Assert.Equal(7, Block(transport, 256).PpqPos);
    }

    [Fact]
    public void There_may_be_no_time_at_all()
    {
        HostTransport transport = new(48000, 120, new HostHabits { HasNoTime = true });
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
