using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class GrooveVelocityTests
{
    // By the rule, a sure hit on the bar has 120, one on a quarter 112, on an 8th 104, between 96.
    private static readonly int[] Rule = [120, 96, 104, 96, 112];

    [Theory]
    [InlineData(0, 56, 120, new[] { 120, 96, 104, 96, 112 })]
    [InlineData(1, 1, 127, new[] { 1, 2, 3, 4, 5 })]
    [InlineData(1, 100, 100, new[] { 100, 100, 100, 100, 100 })]
    [InlineData(1, 127, 1, new[] { 127, 126, 125, 124, 123 })]
    [InlineData(0.5, 1, 127, new[] { 64, 41, 49, 42, 58 })]
    public void Velocities_go_from_the_rules_to_the_learnt_ones_over_the_range(double amount, int low, int high, int[] velocities)
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, 0)).Play(0);
        host.Stop(0, 120, 1);
        host.Publish(model => Array.Fill(model.Decoded.Probabilities, 1));
        host.Set(s => s with { GrooveVelocity = amount });
        host.Set(s => s with { LowVelocity = low });
        host.Set(s => s with { HighVelocity = high });
        host.Play(0, 120, 30_000);
        Assert.Equal(velocities, GrooveHits.Played(host).Select(hit => hit.Velocity));
    }

    [Fact]
    public void A_pattern_without_a_groove_plays_as_without_any()
    {
        SimulatedHost host = new(48000);
        host.Publish(model =>
        {
            Array.Fill(model.Velocities, 0.1f);
            Array.Fill(model.Offsets, 0.4f);
            Array.Fill(model.Decoded.Probabilities, 1);
            model.Decoded.Pattern = new Pattern(Enumerable.Repeat((ushort)2, 32).ToArray());
        });
        host.Set(s => s with { GrooveVelocity = 1 });
        host.Set(s => s with { GrooveTiming = 1 });
        host.Play(0, 120, 30_000);
        Assert.Equal(Rule.Select((velocity, step) => (step * 6000L, 38, velocity)), GrooveHits.Played(host));
    }

    [Fact]
    public void What_is_no_velocity_or_offset_is_played_by_the_rule_on_the_grid()
    {
        SimulatedHost host = new(48000);
        float[] bad = [float.NaN, -0.6f, 7, float.PositiveInfinity, float.NegativeInfinity];
        host.Publish(model =>
        {
            model.GrooveVoices = Pattern.AllVoices;
            for (int step = 0; step < 5; step++)
            {
                model.Velocities[step * Pattern.VoiceCount + 1] = bad[step];
                model.Offsets[step * Pattern.VoiceCount + 1] = bad[step];
            }

            Array.Fill(model.Decoded.Probabilities, 1);
            model.Decoded.Pattern = new Pattern(Enumerable.Repeat((ushort)2, 32).ToArray());
        });
        host.Set(s => s with { GrooveVelocity = 1 });
        host.Set(s => s with { GrooveTiming = 1 });
        host.Play(0, 120, 26_000);
        Assert.Equal(Rule.Select((velocity, step) => (step * 6000L, 38, velocity)), GrooveHits.Played(host));
    }

    [Fact]
    public void A_cell_that_density_adds_is_played_as_learnt_too()
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, -0.25f)).Play(1);
        host.Stop(0, 120, 1);
        host.Publish(model =>
        {
            Array.Clear(model.Decoded.Probabilities);
            for (int cell = 1; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
            {
                model.Decoded.Probabilities[cell] = 0.4f;
            }

            model.Decoded.Pattern = default;
        });
        host.Stop(0, 120, 1);
        host.Play(0, 120, 100);
        Assert.Empty(host.Events);
        host.Set(s => s with { Density = 0.9 });
        host.Play(0.25, 120, 6000);
        Assert.Equal([(102, 38, 2), (102 + 4500, 38, 3)], GrooveHits.Played(host));
    }

    [Fact]
    public void A_pinned_voice_keeps_the_groove_of_its_row()
    {
        GroovedPattern pinned = new((Voice.Snare, 0.25f));
        SimulatedHost host = pinned.Play(1);
        host.Stop(0, 120, 1);
        host.Set(s => s with { PinnedVoices = 2 });
        host.Stop(0, 120, 1);
        new GroovedPattern(new Random(3)).Publish(host);
        host.Stop(0, 120, 1);
        host.Play(0, 120, 12_000);
        Assert.Equal([(3 + 1500, 38, 1), (3 + 7500, 38, 2)], GrooveHits.Played(host).Where(hit => hit.Note == 38));

        // The pattern of a model without a groove does not take it away.
        host.Publish(model => (model.GrooveVoices, model.Decoded.Pattern) = (0, SimulatedHost.NumberedSteps));
        host.Stop(0, 120, 1);
        host.Play(0, 120, 6_000);
        Assert.Contains((12_004 + 1500, 38, 1), GrooveHits.Played(host));
    }
}
