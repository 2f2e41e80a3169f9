namespace DrumSpace.Engine.Tests;

/// <summary>Hosts that round the position they report.</summary>
public class RoundedPositionTests
{
    private static readonly Dictionary<string, Func<double, double>> Roundings = new()
    {
        ["1/1920"] = SimulatedHost.Ticks(1920),
        ["1/384"] = SimulatedHost.Ticks(384),
        ["1/960"] = SimulatedHost.Ticks(960),
        ["float"] = ppq => (float)ppq,
    };

    public static TheoryData<string, double, double> Cases => new(
        from rounding in Roundings.Keys
        from rate in new[] { 22050.0, 44100, 48000, 192000 }
        from tempo in new[] { 61.7, 120, 140, 233 }
        select (rounding, rate, tempo));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_song_that_starts_on_a_step_is_within_one_frame_from_the_start(string rounding, double rate, double tempo)
    {
        SimulatedHost host = new(rate) { Rounding = Roundings[rounding], Block = SimulatedHost.RandomBlocks(new Random(2)) };

        host.Play(8, tempo, (long)(30 * rate));

        // Where a step lies halfway between two frames, the noise of a rounded position may select the other one.
        Assert.InRange(Grid.LargestError(host), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_song_that_starts_between_steps_settles_within_one_frame(string rounding, double rate, double tempo)
    {
        SimulatedHost host = new(rate) { Rounding = Roundings[rounding], Block = () => 256 };

        // Not at the frame of a step: there a rounded position does not show whether the step has passed.
        host.Play(1000.1234, tempo, (long)(60 * rate));

        Assert.InRange(Grid.LargestError(host, from: (long)(20 * rate)), 0, 1);
    }

    [Theory]
    [InlineData("1/1920")]
    [InlineData("1/384")]
    [InlineData("float")]
    public void Steps_are_evenly_spaced_to_a_frame(string rounding)
    {
        SimulatedHost host = new(48000) { Rounding = Roundings[rounding], Block = SimulatedHost.RandomBlocks(new Random(3)) };

        host.Play(0, 140, 48000 * 60);

        // 48000 * 60 / 140 / 4 = 5142.86 frames a step.
        long[] spacings = [.. host.Played.Zip(host.Played.Skip(1), (a, b) => b.Frame - a.Frame).Distinct().Order()];
        Assert.Equal([5142, 5143], spacings);
    }

    [Fact]
    public void A_position_truncated_to_7680ths_and_reported_as_a_float_as_in_Qtractor_settles_within_ten_steps()
    {
        SimulatedHost host = new(48000) { Rounding = ppq => (float)(Math.Floor(ppq * 7680) / 7680), Block = () => 512 };

        host.Play(0, 140, 48000 * 60);

        long[] spacings = [.. host.Played.Zip(host.Played.Skip(1), (a, b) => b.Frame - a.Frame)];
        Assert.All(spacings[..10], spacing => Assert.InRange(spacing, 5141, 5144));
        Assert.Equal([5142, 5143], spacings[10..].Distinct().Order());
    }

    [Fact]
    public void Random_jitter_of_the_position_is_smoothed()
    {
        Random random = new(4);
        SimulatedHost host = new(48000) { Rounding = ppq => ppq + (random.NextDouble() - 0.5) * 0.002, Block = () => 256 };

        host.Play(0.1, 120, 48000 * 60);

        // The position jitters by 24 frames either way; the steps by far less, and none is doubled or lost.
        Assert.InRange(Grid.LargestError(host), 0, 12);
    }

    [Fact]
    public void A_slightly_wrong_tempo_causes_no_drift()
    {
        SimulatedHost host = new(48000)
        {
            Rounding = SimulatedHost.Ticks(1920),
            Habit = time => time with { Tempo = 120.01 },
            Block = () => 512,
        };

        host.Play(0, 120, 48000 * 120 - 1000);

        // A tick of 1/1920 is 12.5 frames: the error stays within half of that.
        Assert.InRange(Grid.LargestError(host), 0, 7);
    }
}
