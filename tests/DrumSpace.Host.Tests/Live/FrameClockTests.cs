using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Tests.Live;

/// <summary>Steady times for blocks that begin late.</summary>
public sealed class FrameClockTests
{
    private const double Rate = 48000;
    private const int Block = 256;

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(-150)]
    public void Late_wakes_give_steady_times_at_the_pace_of_the_device(int partsPerMillion)
    {
        double pace = (1 + partsPerMillion * 1e-6) / Rate;
        Random random = new(7);
        FrameClock clock = new(Rate);
        double worst = 0;
        for (int i = 0; i < 20000; i++)
        {
            // The thread wakes 0 to 1 ms late, 0.5 ms in the mean.
            clock.Begin((i * Block * pace) + (random.NextDouble() * 1e-3), Block);
            if (i > 5000)
            {
                worst = Math.Max(worst, Math.Abs(clock.Start - (i * Block * pace) - 0.5e-3));
                Assert.Equal(Block * pace, clock.Start - clock.Previous, 20e-6);
            }
        }

        Assert.InRange(worst, 0, 0.12e-3);
        Assert.Equal(pace * 1e9, clock.SecondsPerFrame * 1e9, 1.0);
    }

    [Fact]
    public void A_pause_begins_anew()
    {
        FrameClock clock = new(Rate);
        clock.Begin(1, Block);
        clock.Begin(1 + (Block / Rate), Block);
        clock.Begin(5, Block);
        Assert.Equal(5, clock.Start);
        Assert.Equal(5 - (Block / Rate), clock.Previous, 9);
        clock.Reset();
        clock.Begin(5.001, Block);
        Assert.Equal(5.001, clock.Start);
    }
}
