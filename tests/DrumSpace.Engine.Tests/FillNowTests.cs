using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>The fill of the moment: from the next step to the end of its bar, and as long as it is on. Ramps are counted by hand.</summary>
public class FillNowTests
{
    private const int Kit = HitThreshold.FillVoices;
    private static readonly SongBars Bars = new();

    [Fact]
    public void A_tap_fills_from_the_next_step_to_the_end_of_its_bar()
    {
        PatternGrid grid = new();
        Assert.Equal([0, 0], Ramps(ref grid, isOn: false, 9, 10));
        grid.Follow(Bars, Settings(isOn: true), isFillWanted: false);
        Assert.Equal([12 / 16.0, 13 / 16.0, 14 / 16.0, 15 / 16.0, 1, 0, 0], Ramps(ref grid, isOn: false, 11, 12, 13, 14, 15, 16, 31));
    }

    [Fact]
    public void A_tap_in_the_last_step_of_a_bar_fills_the_next_bar()
    {
        PatternGrid grid = new();
        Ramps(ref grid, isOn: false, 15);
        grid.Follow(Bars, Settings(isOn: true), isFillWanted: false);
        Assert.Equal([1 / 16.0, 1, 0], Ramps(ref grid, isOn: false, 16, 31, 32));
    }

    [Fact]
    public void It_goes_on_from_bar_to_bar_while_it_is_on()
    {
        PatternGrid grid = new();
        Assert.Equal([1, 1 / 16.0, 1, 1 / 16.0], Ramps(ref grid, isOn: true, 15, 16, 31, 32));
        Assert.Equal([2 / 16.0, 1, 0], Ramps(ref grid, isOn: false, 33, 47, 48));
    }

    [Fact]
    public void A_loop_of_one_bar_does_not_repeat_it()
    {
        PatternGrid grid = new();
        grid.Follow(Bars, Settings(isOn: true), isFillWanted: false);
        Assert.Equal([1, 0, 0, 0], Ramps(ref grid, isOn: false, 15, 0, 8, 15));
    }

    [Fact]
    public void A_tap_while_the_song_stands_is_forgotten()
    {
        PatternGrid grid = new();
        grid.Follow(Bars, Settings(isOn: true), isFillWanted: false);
        grid.Follow(Bars, Settings(isOn: false), isFillWanted: false);
        grid.Stand();
        Assert.Equal([0, 0], Ramps(ref grid, isOn: false, 0, 15));
    }

    [Theory]
    [InlineData(0.0, 0.0, Kit)]
    [InlineData(0.25, 1.0, 0)]
    [InlineData(0.75, 1.0, Kit)]
    public void It_gets_as_dense_as_the_fill_and_full_where_that_is_0(double fill, double everyPattern, int hits)
    {
        EngineSettings settings = new() { Fill = fill, FillInterval = FillInterval.Pattern };
        PatternGrid grid = new();
        grid.Follow(Bars, settings, isFillWanted: false);
        Assert.Equal(everyPattern, grid.FillAt(31, isSlotEnding: false).Rise);

        // A probability of 1 % against a threshold of a half: ln 99 = 4.6 in the logit, which a fill of 9 x 0.51 reaches.
        HitRules rules = new();
        rules.Apply(settings);
        PlayablePattern pattern = new();
        pattern.Decoded.Thresholds.AsSpan().Fill(0.5f);
        pattern.Decoded.Probabilities.AsSpan().Fill(0.01f);
        Assert.Equal(hits, rules.HitsAt(pattern, 15, new FillPlace(1, 0)));
    }

    private static EngineSettings Settings(bool isOn) => new() { FillNow = isOn };

    private static double[] Ramps(ref PatternGrid grid, bool isOn, params int[] steps)
    {
        grid.Follow(Bars, Settings(isOn), isFillWanted: false);
        List<double> ramps = [];
        foreach (int step in steps)
        {
            ramps.Add(grid.FillAt(step, isSlotEnding: false).Rise);
        }

        return [.. ramps];
    }
}
