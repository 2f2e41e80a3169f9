using DrumSpace.Engine.Memory;
using DrumSpace.Engine.Steps;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class VariationTests
{
    private const long TwoPatterns = 2 * 8 * 24_000;

    [Fact]
    public void What_the_engine_plays_is_what_models_are_measured_by()
    {
        DecodedPattern beat = AnyBeat(1);
        for (int seed = 0; seed < 20; seed++)
        {
            HitRules rules = new() { Variation = new PatternVariation(0.4, seed) };
            Pattern varied = rules.Variation.Of(beat);
            Assert.NotEqual(beat.Pattern, varied);
            Assert.All(Enumerable.Range(0, 32), step => Assert.Equal(varied[step], rules.At(beat, new PinnedRows(), step, 0)));
        }
    }

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
        DecodedPattern beat = AnyBeat(2);
        int[] before = new int[32];
        for (int percent = 0; percent <= 100; percent++)
        {
            HitRules rules = new() { Density = percent / 100.0, Variation = new PatternVariation(0.7, 9) };
            int[] hits = [.. Enumerable.Range(0, 32).Select(step => rules.At(beat, new PinnedRows(), step, 0))];
            Assert.All(Enumerable.Range(0, 32), step => Assert.Equal(0, before[step] & ~hits[step]));
            before = hits;
        }

        Assert.True(before.Sum(mask => int.PopCount(mask)) > 300);
    }

    [Fact]
    public void A_fill_adds_to_the_varied_beat_and_takes_nothing_away()
    {
        DecodedPattern beat = AnyBeat(3);
        HitRules rules = new() { Fill = 1, Variation = new PatternVariation(0.5, 4) };
        int added = 0;
        for (int step = 0; step < 32; step++)
        {
            int own = rules.At(beat, new PinnedRows(), step, 0);
            int filled = rules.At(beat, new PinnedRows(), step, 1);
            Assert.Equal(0, own & ~filled);
            Assert.Equal(0, (own ^ filled) & ~HitThreshold.FillVoices);
            added += int.PopCount(own ^ filled);
        }

        Assert.True(added > 20);
    }

    [Fact]
    public void A_locked_row_is_kept_as_it_was_heard_whatever_the_seed_and_the_variation_are_later()
    {
        DecodedPattern beat = AnyBeat(4), other = AnyBeat(5);
        const int locked = 1 << (int)Voice.Snare | 1 << (int)Voice.ClosedHiHat;
        PinnedRows locks = new();
        HitRules rules = new() { Variation = new PatternVariation(0.5, 1) };
        int[] heard = [.. Enumerable.Range(0, 32).Select(step => rules.At(beat, locks, step, 0))];
        int[] loud = [.. Enumerable.Range(0, 32).Select(step => rules.VelocityOf(beat, locks, step, (int)Voice.Snare))];

        locks.Lock(locked, beat, rules.Variation);

        foreach (PatternVariation later in (PatternVariation[])[new(0.5, 1), new(0.5, 2), new(1, 1), default])
        {
            rules.Variation = later;
            Pattern unlocked = later.Of(other);
            for (int step = 0; step < 32; step++)
            {
                Assert.Equal((heard[step] & locked) | (unlocked[step] & ~locked), rules.At(other, locks, step, 0));
                Assert.Equal(loud[step], rules.VelocityOf(other, locks, step, (int)Voice.Snare));
            }
        }
    }

    [Fact]
    public void The_engine_locks_what_it_plays()
    {
        SimulatedHost host = NewHost(seed: 8);
        host.Play(0, 120, TwoPatterns);
        long[] before = Kicks(host, 0);
        host.Engine.LockedVoices = 1 << (int)Voice.BassDrum;
        host.Play(0, 120, TwoPatterns);
        host.Engine.Seed = 9;
        host.Engine.Variation = 0.9;
        host.Play(0, 120, TwoPatterns);
        Assert.NotEmpty(before);
        Assert.Equal(before, Kicks(host, 2 * TwoPatterns));
    }

    [Fact]
    public void A_beat_that_its_model_varies_is_asked_for_and_played_as_it_comes()
    {
        SimulatedHost host = NewHost(seed: 8, isVaried: true);
        host.Play(0, 120, TwoPatterns);
        Assert.Equal(new PatternVariation(0.5, 8), host.Varied);
        Assert.Equal(
            Enumerable.Range(0, 64).SelectMany(step => Voices(AnyBeat(7).Pattern[step % 32])),
            host.Events.Where(e => e.Event.Status == 0x99).GroupBy(e => e.Frame).SelectMany(step => step.Select(e => (int)Kit.Notes.IndexOf(e.Event.Data1)).Order()));

        host.Engine.LockedVoices = 1 << (int)Voice.BassDrum;
        host.Play(0, 120, TwoPatterns);
        host.Engine.Variation = 0;
        host.Play(0, 120, TwoPatterns);
        Assert.Equal(default, host.Varied);
        Assert.Equal(Kicks(host, 0), Kicks(host, 2 * TwoPatterns));
    }

    [Fact]
    public void A_slot_asks_for_its_own_seed()
    {
        SimulatedHost host = NewHost(seed: 8);
        host.Engine.StoreSlot(3);
        host.Play(0, 120, 1000);
        host.Engine.Seed = 9;
        host.Play(0, 120, 1000);
        Assert.Equal(new PatternVariation(0.5, 9), host.Varied);
        host.Engine.Slot = 3;
        host.Play(0, 120, 1000);
        Assert.Equal(new PatternVariation(0.5, 8), host.Varied);
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

    private static long[] Kicks(SimulatedHost host, long from) =>
        [.. host.Events.Where(e => e.Event is { Status: 0x99, Data1: 36 } && e.Frame >= from && e.Frame < from + TwoPatterns).Select(e => e.Frame - from)];

    private static SimulatedHost NewHost(int seed, bool isVaried = false)
    {
        SimulatedHost host = new();
        host.Engine.Seed = seed;
        host.Engine.Variation = 0.5;
        DecodedPattern any = AnyBeat(7), beat = host.Exchange.Writing;
        any.Probabilities.CopyTo(beat.Probabilities, 0);
        any.Thresholds.CopyTo(beat.Thresholds, 0);
        beat.Pattern = any.Pattern;
        beat.IsVaried = isVaried;
        beat.Serial = 1;
        host.Exchange.Publish();
        return host;
    }

    private static DecodedPattern AnyBeat(int seed)
    {
        Random random = new(seed);
        DecodedPattern beat = new() { Serial = 1 };
        ushort[] masks = new ushort[32];
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            int voice = cell % 14;
            beat.Thresholds[voice] = 0.3f + (voice * 0.03f);
            beat.Probabilities[cell] = random.NextSingle();
            masks[cell / 14] |= (ushort)((beat.Probabilities[cell] >= beat.Thresholds[voice] ? 1 : 0) << voice);
        }

        beat.Pattern = new Pattern(masks);
        return beat;
    }
}
