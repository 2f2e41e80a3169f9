using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>A pattern's learnt fill: how much of a bar it takes, and which voices play it. The pattern has snares, the fill toms.</summary>
public class LearntFillTests
{
    private const int Snare = 1 << (int)Voice.Snare;
    private const int Tom = 1 << (int)Voice.HiMidTom;
    private const int Kick = 1 << (int)Voice.BassDrum;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 1)]
    [InlineData(0.25, 4)]
    [InlineData(0.5, 8)]
    [InlineData(0.51, 9)]
    [InlineData(1, 16)]
    public void It_takes_the_end_of_the_pattern_by_its_amount(double fill, int steps)
    {
        int[] played = Play(Filled(), new EngineSettings { Fill = fill }, bars: 2);
        Assert.Equal([.. Enumerable.Repeat(Snare, 32 - steps), .. Enumerable.Repeat(Tom, steps)], played);
    }

    [Fact]
    public void It_comes_at_the_end_of_four_bars()
    {
        int[] played = Play(Filled(), new EngineSettings { Fill = 1, FillInterval = FillInterval.FourBars }, bars: 8);
        Assert.All(played.Index(), step => Assert.Equal(step.Index / 16 % 4 == 3 ? Tom : Snare, step.Item));
    }

    [Fact]
    public void A_tap_plays_its_steps_from_there_to_the_end_of_the_bar()
    {
        PatternGrid grid = new();
        grid.Follow(new SongBars(), new EngineSettings { FillNow = true }, isFillWanted: false);
        HitRules rules = new();
        rules.Apply(new EngineSettings());
        PlayablePattern pattern = Filled();
        Array.Clear(pattern.Fill.Probabilities);
        pattern.Fill.Probabilities[11 * Pattern.VoiceCount] = 1;
        Assert.Equal(0, rules.HitsAt(pattern, 10, grid.FillAt(10, isSlotEnding: false)));
        Assert.Equal(Kick, rules.HitsAt(pattern, 11, grid.FillAt(11, isSlotEnding: false)));
    }

    [Fact]
    public void Shorter_bars_play_its_end_and_longer_ones_begin_with_the_pattern()
    {
        Assert.Equal((4, 15), (StepAt(3, 0), StepAt(3, 11)));
        Assert.Equal((-4, 0, 15), (StepAt(5, 0), StepAt(5, 4), StepAt(5, 19)));

        static int StepAt(int quarters, int step)
        {
            SongBars bars = new();
            bars.Follow(new HostTime { HasTimeSignature = true, Numerator = quarters, Denominator = 4 }, isElsewhere: true);
            PatternGrid grid = new();
            grid.Follow(
                bars,
                new EngineSettings { Fill = 1, FillInterval = FillInterval.FourBars },
                isFillWanted: false);
            return grid.FillAt((3 * 4 * quarters) + step, isSlotEnding: false).Step;
        }
    }

    [Fact]
    public void Voices_that_do_not_play_it_keep_their_rows()
    {
        PlayablePattern pattern = Filled();
        pattern.Fill.Voices = Pattern.AllVoices & ~Snare;
        int[] played = Play(pattern, new EngineSettings { Fill = 1 }, bars: 2);
        Assert.Equal([.. Enumerable.Repeat(Snare, 16), .. Enumerable.Repeat(Snare | Tom, 16)], played);
        Assert.Equal(played, Enumerable.Range(0, 32).Select(step => step < 16 ? Snare : (int)pattern.Fill.In(pattern.Decoded.Pattern)[step]));
    }

    // A probability of 0.3 is 0.85 below a half in the logit: a density of 0.65 adds 3 x 0.3 = 0.9, one of 0.64 adds 0.84.
    [Theory]
    [InlineData(0.64, Tom)]
    [InlineData(0.65, Tom | Kick)]
    public void Density_counts_in_it(double density, int hits)
    {
        PlayablePattern pattern = Filled();
        pattern.Fill.Probabilities[15 * Pattern.VoiceCount] = 0.3f;
        Assert.Equal(hits, Play(pattern, new EngineSettings { Fill = 1, Density = density }, bars: 2)[31]);
    }

    [Fact]
    public void Velocities_and_offsets_are_its_own()
    {
        PlayablePattern pattern = Filled();
        pattern.GrooveVoices = Pattern.AllVoices;
        pattern.Fill.Velocities.AsSpan().Fill(1);
        pattern.Fill.Offsets.AsSpan().Fill(0.25f);
        HitRules rules = new();
        rules.Apply(new EngineSettings { Fill = 0.5, GrooveVelocity = 1, GrooveTiming = 1, LowVelocity = 1, HighVelocity = 127 });
        FillPlace before = new(0.5, 8), first = new(9 / 16.0, 7);
        int tom = (int)Voice.HiMidTom;
        Assert.Equal((1, 127), (rules.VelocityOf(pattern, 23, tom, before), rules.VelocityOf(pattern, 24, tom, first)));
        Assert.Equal((0, 0.25), (rules.OffsetOf(pattern, 23, tom, before), rules.OffsetOf(pattern, 24, tom, first)));
    }

    private static PlayablePattern Filled()
    {
        PlayablePattern pattern = new();
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            pattern.Decoded.Probabilities[(step * Pattern.VoiceCount) + (int)Voice.Snare] = 1;
            pattern.Fill.Probabilities[(step % 16 * Pattern.VoiceCount) + (int)Voice.HiMidTom] = 1;
        }

        pattern.Decoded.ApplyThresholds();
        pattern.Fill.Voices = Pattern.AllVoices;
        return pattern;
    }

    private static int[] Play(PlayablePattern pattern, EngineSettings settings, int bars)
    {
        PatternGrid grid = new();
        grid.Follow(new SongBars(), settings, isFillWanted: false);
        HitRules rules = new();
        rules.Apply(settings);
        List<int> played = [];
        for (int step = 0; step < 16 * bars; step++)
        {
            played.Add(rules.HitsAt(pattern, grid.StepOf(step), grid.FillAt(step, isSlotEnding: false)));
        }

        return [.. played];
    }
}
