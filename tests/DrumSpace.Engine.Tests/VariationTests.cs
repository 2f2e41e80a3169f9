using DrumSpace.Engine.Steps;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class VariationTests
{
    private const long TwoPatterns = 2 * 8 * 24_000;

    [Fact]
    public void Every_pass_of_the_pattern_is_varied_alike_and_another_seed_otherwise()
    {
        Assert.Equal(Passes(seed: 5).First, Passes(seed: 5).Second);
        Assert.Equal(Passes(seed: 5), Passes(seed: 5));
        Assert.NotEqual(Passes(seed: 5).First, Passes(seed: 6).First);
    }

    [Fact]
    public void What_is_hit_at_one_density_is_hit_at_every_higher_one()
    {
        PlayablePattern pattern = AnyPattern(2, new PatternVariation(0.7, 9));
        HitRules rules = new();
        int[] before = new int[32];
        for (int percent = 0; percent <= 100; percent++)
        {
            rules.Apply(new EngineSettings { Density = percent / 100.0 });
            int[] hits = [.. Enumerable.Range(0, 32).Select(step => rules.HitsAt(pattern, step, default))];
            Assert.All(Enumerable.Range(0, 32), step => Assert.Equal(0, before[step] & ~hits[step]));
            before = hits;
        }

        Assert.True(before.Sum(mask => int.PopCount(mask)) > 300);
    }

    [Fact]
    public void A_fill_adds_to_the_varied_pattern_and_takes_nothing_away()
    {
        PlayablePattern pattern = AnyPattern(3, new PatternVariation(0.5, 4));
        HitRules rules = new();
        rules.Apply(new EngineSettings { Fill = 1 });
        int added = 0;
        for (int step = 0; step < 32; step++)
        {
            int own = rules.HitsAt(pattern, step, default);
            int filled = rules.HitsAt(pattern, step, new FillPlace(1, 0));
            Assert.Equal(0, own & ~filled);
            Assert.Equal(0, (own ^ filled) & ~HitThreshold.FillVoices);
            added += int.PopCount(own ^ filled);
        }

        Assert.True(added > 20);
    }

    [Fact]
    public void A_pinned_row_is_kept_as_it_was_heard_whatever_the_seed_and_the_variation_are_later()
    {
        const int pinned = 1 << (int)Voice.Snare | 1 << (int)Voice.ClosedHiHat;
        PlayablePattern pattern = AnyPattern(4, new PatternVariation(0.5, 1));
        HitRules rules = new();
        rules.Apply(new EngineSettings());
        int[] heard = [.. Enumerable.Range(0, 32).Select(step => rules.HitsAt(pattern, step, default))];
        int[] loud = [.. Enumerable.Range(0, 32).Select(step => rules.VelocityOf(pattern, step, (int)Voice.Snare, default))];
        PinnedRows pins = new();

        pins.Pin(pinned, pattern);

        foreach (PatternVariation later in (PatternVariation[])[new(0.5, 1), new(0.5, 2), new(1, 1), default])
        {
            PlayablePattern other = AnyPattern(5, later);
            Pattern free = other.Decoded.Pattern;
            pins.Overlay(other.Decoded);
            for (int step = 0; step < 32; step++)
            {
                Assert.Equal((heard[step] & pinned) | (free[step] & ~pinned), rules.HitsAt(other, step, default));
                Assert.Equal(loud[step], rules.VelocityOf(other, step, (int)Voice.Snare, default));
            }
        }
    }

    [Fact]
    public void The_engine_pins_what_it_plays()
    {
        SimulatedHost host = NewHost(seed: 8);
        host.Play(0, 120, TwoPatterns);
        long[] before = BassDrums(host, 0);
        host.Set(s => s with { PinnedVoices = 1 << (int)Voice.BassDrum });
        host.Play(0, 120, TwoPatterns);
        host.Set(s => s with { Seed = 9, Variation = 0.9 });
        host.Play(0, 120, TwoPatterns);
        Assert.NotEmpty(before);
        Assert.Equal(before, BassDrums(host, 2 * TwoPatterns));
    }

    [Fact]
    public void A_varied_pattern_is_requested_and_played_as_it_comes()
    {
        SimulatedHost host = NewHost(seed: 8);
        host.Play(0, 120, TwoPatterns);
        Assert.Equal(new PatternVariation(0.5, 8), host.Source.Newest.Variation);
        Pattern varied = AnyPattern(7, new PatternVariation(0.5, 8)).Decoded.Pattern;
        Assert.NotEqual(AnyPattern(7).Decoded.Pattern, varied);
        Assert.Equal(
            Enumerable.Range(0, 64).SelectMany(step => Voices(varied[step % 32])),
            host.Events.Where(e => e.Event.Status == 0x99).GroupBy(e => e.Frame)
                .SelectMany(step => step.Select(e => (int)Kit.Notes.IndexOf(e.Event.Data1)).Order()));

        host.Set(s => s with { PinnedVoices = 1 << (int)Voice.BassDrum });
        host.Play(0, 120, TwoPatterns);
        host.Set(s => s with { Variation = 0 });
        host.Play(0, 120, TwoPatterns);
        Assert.Equal(default, host.Source.Newest.Variation);
        Assert.Equal(BassDrums(host, 0), BassDrums(host, 2 * TwoPatterns));
    }

    [Fact]
    public void Without_an_amount_another_seed_requests_nothing()
    {
        SimulatedHost host = NewHost(seed: 8);
        host.Set(s => s with { Variation = 0 });
        host.Play(0, 120, 1000);
        long id = host.Source.Newest.Id;
        host.Set(s => s with { Seed = 9 });
        host.Play(0, 120, 1000);
        Assert.Equal(id, host.Source.Newest.Id);
    }

    [Fact]
    public void A_slot_requests_its_own_seed()
    {
        SimulatedHost host = NewHost(seed: 8);
        host.Engine.StoreSlot(3);
        host.Play(0, 120, 1000);
        host.Set(s => s with { Seed = 9 });
        host.Play(0, 120, 1000);
        Assert.Equal(new PatternVariation(0.5, 9), host.Source.Newest.Variation);
        host.Set(s => s with { Slot = 3 });
        host.Play(0, 120, 1000);
        Assert.Equal(new PatternVariation(0.5, 8), host.Source.Newest.Variation);
    }

    private static IEnumerable<int> Voices(int mask) => Enumerable.Range(0, Pattern.VoiceCount).Where(voice => (mask >> voice & 1) != 0);

    // The hits of both passes, in frames from each one's beginning.
    private static (string First, string Second) Passes(int seed)
    {
        SimulatedHost host = NewHost(seed);
        host.Play(0, 120, TwoPatterns);
        string Pass(int n) => string.Join(' ', host.Events
            .Where(e => e.Event.Status == 0x99 && e.Frame / (TwoPatterns / 2) == n)
            .Select(e => $"{e.Frame % (TwoPatterns / 2)}:{e.Event.Data1}:{e.Event.Data2}"));
        return (Pass(0), Pass(1));
    }

    private static long[] BassDrums(SimulatedHost host, long from) =>
        [.. host.Events.Where(e => e.Event is { Status: 0x99, Data1: 36 })
            .Select(e => e.Frame - from).Where(frame => frame is >= 0 and < TwoPatterns)];

    private static SimulatedHost NewHost(int seed)
    {
        SimulatedHost host = new();
        host.Set(s => s with { Seed = seed, Variation = 0.5 });
        host.Publish(model => model.CopyFrom(AnyPattern(7)));
        return host;
    }

    private static PlayablePattern AnyPattern(int seed, PatternVariation variation = default)
    {
        Random random = new(seed);
        PlayablePattern pattern = new() { IsWhole = true };
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            pattern.Decoded.Thresholds[cell % 14] = 0.3f + (cell % 14 * 0.03f);
            pattern.Decoded.Probabilities[cell] = random.NextSingle();
        }

        pattern.Decoded.ApplyThresholds();
        variation.Apply(pattern.Decoded);
        return pattern;
    }
}
