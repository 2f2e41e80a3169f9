using DrumSpace.Plugin.Capture;

namespace DrumSpace.Plugin.Tests.Commands;

public sealed class CaptureRateTests
{
    [Fact]
    public void A_few_may_follow_each_other_and_then_one_comes_every_ten_seconds()
    {
        ManualClock clock = new();
        CaptureRate rate = new(clock);
        Assert.Equal(CaptureRate.Burst, Enumerable.Range(0, 1000).Count(_ => rate.MayWrite()));
        int written = 0;
        for (int tenth = 0; tenth < 10 * 60; tenth++)
        {
            clock.Pass(TimeSpan.FromSeconds(0.1));
            written += rate.MayWrite() ? 1 : 0;
        }

        Assert.InRange(written, 5, 6);
    }
}
