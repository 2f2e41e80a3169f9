namespace DrumSpace.Engine.Tests;

/// <summary>
/// Hosts whose playhead is a whole sample start at a bar line on the last sample before it, the nearest, or the first at or after it: the
/// hit on the bar line sounds.
/// </summary>
public class StartTests
{
    private const double Tempo = 133.7;
    private const double Rate = 44_100;
    private const double FramesPerQuarter = Rate * 60 / Tempo;
    private const int Block = 64;

    [Theory]
    [InlineData("floor", false)]
    [InlineData("round", false)]
    [InlineData("ceiling", false)]
    [InlineData("floor", true)]
    [InlineData("round", true)]
    [InlineData("ceiling", true)]
    public void The_hit_on_a_bar_line_sounds_wherever_the_playhead_lies(string sample, bool isUnreportedLoop)
    {
        for (int bar = 1; bar <= 64; bar++)
        {
            double exact = bar * 4 * FramesPerQuarter;
            double frame = sample switch
            {
                "floor" => Math.Floor(exact),
                "ceiling" => Math.Ceiling(exact),
                _ => Math.Round(exact),
            };
            SimulatedHost host = new(Rate);
            if (isUnreportedLoop)
            {
                Play(host, (bar * 4 + 3.9) * FramesPerQuarter, 40);
            }

            long start = host.Now;
            host.Events.Clear();
            Play(host, frame, 20);
            (long played, int step) = host.Played[0];
            Assert.Equal(bar % 2 * 16, step);
            Assert.InRange(played - start, 0, 1);
        }
    }

    private static void Play(SimulatedHost host, double frame, int blocks)
    {
        for (int block = 0; block < blocks; block++, frame += Block)
        {
            double ppq = frame / FramesPerQuarter;
            host.Process(new HostTime { IsPlaying = true, HasPpq = true, Ppq = ppq, HasTempo = true, Tempo = Tempo }, Block);
        }
    }
}
