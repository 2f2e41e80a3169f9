using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>Thresholds over probabilities, against the logit's own formula: ln(p / (1 - p)).</summary>
public class DensityTests
{
    private static readonly int[] SnareAndToms = [(int)Voice.Snare, (int)Voice.LowFloorTom, (int)Voice.LowTom, (int)Voice.HiMidTom];

    [Theory]
    [InlineData(0, 0, 0, -3, -3)]
    [InlineData(0.25, 0, 0, -1.5, -1.5)]
    [InlineData(0.5, 0, 0, 0, 0)]
    [InlineData(0.75, 0, 0, 1.5, 1.5)]
    [InlineData(1, 0, 0, 3, 3)]
    [InlineData(0.5, 1, 1, 0, 9)]
    [InlineData(0.5, 0.5, 0.25, 0, 1.125)]
    [InlineData(0.75, 1, 0, 1.5, 1.5)]
    [InlineData(0.25, 0.5, 1, -1.5, 3)]
    public void Density_and_fill_add_to_the_logits_of_the_decoded_probabilities(double density, double fill, double rise, double added, double addedToToms)
    {
        Random random = new(4);
        PlayablePattern pattern = AnyPattern(random);
        HitRules rules = RulesOf(density, fill);
        for (int step = 0; step < 32; step++)
        {
            int hits = rules.HitsAt(pattern, step, new FillPlace(rise, 0));
            for (int voice = 0; voice < 14; voice++)
            {
                double margin = Logit(pattern.Decoded.Probabilities[step * 14 + voice]) - Logit(pattern.Decoded.Thresholds[voice])
                    + (SnareAndToms.Contains(voice) ? addedToToms : added);
                if (Math.Abs(margin) > 1e-4)
                {
                    Assert.Equal(margin > 0, (hits >> voice & 1) != 0);
                }
            }
        }
    }

    [Fact]
    public void At_a_half_the_pattern_plays_as_it_was_decoded()
    {
        PlayablePattern pattern = AnyPattern(new Random(5));
        HitRules rules = RulesOf(0.5);
        Assert.All(Enumerable.Range(0, 32), step => Assert.Equal(pattern.Decoded.Pattern[step], rules.HitsAt(pattern, step, default)));
    }

    [Fact]
    public void What_is_hit_at_one_density_is_hit_at_every_higher_one()
    {
        PlayablePattern pattern = AnyPattern(new Random(6));
        int before = 0;
        for (int percent = 0; percent <= 100; percent++)
        {
            HitRules rules = RulesOf(percent / 100.0);
            int[] hits = [.. Enumerable.Range(0, 32).Select(step => rules.HitsAt(pattern, step, default))];
            HitRules lower = RulesOf(Math.Max(percent - 1, 0) / 100.0);
            Assert.All(Enumerable.Range(0, 32), step => Assert.Equal(0, lower.HitsAt(pattern, step, default) & ~hits[step]));
            int count = hits.Sum(mask => int.PopCount(mask));
            Assert.True(count >= before);
            before = count;
        }
    }

    [Theory]
    [InlineData(FillInterval.Pattern, 32, new[] { 16.0 / 16 }, new[] { 31 })]
    [InlineData(FillInterval.Pattern, 32, new[] { 1.0 / 16, 8.0 / 16 }, new[] { 16, 23 })]
    [InlineData(FillInterval.Pattern, 32, new[] { 0.0, 0.0, 1.0 / 16 }, new[] { 0, 15, 48 })]
    [InlineData(FillInterval.Pattern, 16, new[] { 0, 1.0 / 8, 1, 0, 1 }, new[] { 7, 8, 15, 16, 31 })]
    [InlineData(FillInterval.Pattern, 1, new[] { 1.0, 1.0 }, new[] { 0, 5 })]
    [InlineData(FillInterval.FourBars, 32, new[] { 0, 1.0 / 16, 1, 0, 1 }, new[] { 47, 48, 63, 64, 127 })]
    [InlineData(FillInterval.EightBars, 32, new[] { 0, 1.0 / 16, 1, 0 }, new[] { 63, 112, 127, 128 })]
    [InlineData(FillInterval.SixteenBars, 32, new[] { 0, 1.0 / 16, 1, 0, 1 }, new[] { 127, 240, 255, 256, -1 })]
    [InlineData(FillInterval.Slot, 32, new[] { 0.0, 0.0 }, new[] { 15, 31 })]
    public void A_fill_rises_over_the_last_bar_of_its_stretch(FillInterval place, int length, double[] rises, int[] songSteps)
    {
        PatternGrid grid = new();
        grid.Follow(new SongBars(), new EngineSettings { PatternLength = length, Fill = 1, FillInterval = place }, isFillWanted: false);
        Assert.Equal(rises, songSteps.Select(step => grid.FillAt(step, isSlotEnding: false).Rise));
    }

    [Fact]
    public void Decoded_probabilities_are_heard_denser_at_once_without_another_pattern()
    {
        SimulatedHost host = new() { Block = () => 500 };
        host.Stop(0, 120, 1);
        host.Publish(model =>
        {
            model.Decoded.Pattern = default;
            Array.Fill(model.Decoded.Thresholds, 0.5f);
            model.Decoded.Probabilities[4 * 14 + (int)Voice.Ride] = 0.3f;
        });
        double reached = host.Play(0, 120, 192000);
        Assert.Empty(host.Played);

        host.Set(s => s with { Density = 0.9 });
        host.Play(reached, 120, 192000);

        Assert.Equal([1 + 192000 + 24000], host.Played.Select(hit => hit.Frame));
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static HitRules RulesOf(double density, double fill = 0)
    {
        HitRules rules = new();
        rules.Apply(new EngineSettings { Density = density, Fill = fill });
        return rules;
    }

    private static PlayablePattern AnyPattern(Random random)
    {
        PlayablePattern pattern = new();
        for (int voice = 0; voice < 14; voice++)
        {
            pattern.Decoded.Thresholds[voice] = 0.05f + 0.9f * random.NextSingle();
            for (int step = 0; step < 32; step++)
            {
                pattern.Decoded.Probabilities[step * 14 + voice] = random.NextSingle();
            }
        }

        pattern.Decoded.ApplyThresholds();
        return pattern;
    }
}
