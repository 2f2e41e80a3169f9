using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class ChanceTests
{
    [Fact]
    public void The_hash_is_SplitMix64()
    {
        // The published reference sequence for the seed 1234567.
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select((_, n) => new SplitMix64(unchecked(1234567 + (ulong)n * 0x9E3779B97F4A7C15)).Next()));
    }

    [Fact]
    public void Lots_are_even_and_those_of_neighbouring_places_voices_and_seeds_have_nothing_to_do_with_each_other()
    {
        const int count = 20_000;
        float[] lots = [.. Enumerable.Range(0, count).Select(n => HashNoise.Of(n / 1400, n / 14 % 100, n % 14))];
        Assert.All(lots, lot => Assert.InRange(lot, 0, 0.9999999f));
        int[] tenths = [.. Enumerable.Range(0, 10).Select(tenth => lots.Count(lot => (int)(lot * 10) == tenth))];

        // Chi squared of 9 degrees of freedom: 27.9 is passed once in a thousand.
        Assert.InRange(tenths.Sum(n => (n - 2000.0) * (n - 2000.0) / 2000), 0, 27.9);
        double Correlation(int lag) => Enumerable.Range(0, count - lag).Average(n => (lots[n] - 0.5) * (lots[n + lag] - 0.5)) * 12;
        Assert.All([1, 14, 1400], lag => Assert.InRange(Correlation(lag), -0.03, 0.03));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 0.3)]
    [InlineData(0.8, 0.8)]
    [InlineData(1, 1)]
    public void A_voice_plays_as_often_as_its_chance_says(double chance, double share)
    {
        SimulatedHost host = NewHost(seed: 3);
        host.SetChance(Voice.Snare, (float)chance);
        host.Play(0, 300, 48000 * 60);
        double snares = host.Played.Count(hit => hit.Step == 2) / 1200.0;
        Assert.InRange(snares, share - 0.04, share + 0.04);
        Assert.Equal(1200, host.Events.Count(e => e.Event is { Status: 0x99, Data1: 36 }));
    }

    [Fact]
    public void The_same_place_draws_the_same_lot_whatever_the_blocks_and_the_way_there()
    {
        List<(long Frame, MidiEvent)> once = Render(7, _ => 512, 0);
        Assert.Equal(once, Render(7, _ => 64, 0));
        Random random = new(8);
        Assert.Equal(once, Render(7, _ => random.Next(1, 5000), 0));

        // A jump into the song's middle, 4 quarters in, hears what was heard there.
        List<long> late = [.. Render(7, _ => 512, 4).Where(e => e.Item2.Status == 0x99).Select(e => e.Frame + 96000)];
        Assert.Equal(once.Where(e => e.Item2.Status == 0x99 && e.Frame >= 96000).Select(e => e.Frame), late.Where(frame => frame < 48000 * 16));
        Assert.NotEqual(once, Render(8, _ => 512, 0));
    }

    [Fact]
    public void In_double_time_the_steps_that_fall_on_16ths_keep_their_lots()
    {
        SimulatedHost normal = NewHost(seed: 5);
        SimulatedHost twice = NewHost(seed: 5);
        normal.SetChance(Voice.BassDrum, 0.5f);
        twice.SetChance(Voice.BassDrum, 0.5f);
        twice.Set(s => s with { Speed = PatternSpeed.Double });
        normal.Play(0, 120, 480_000);
        twice.Play(0, 120, 480_000);
        Assert.Equal(Kicks(normal), Kicks(twice).Where(frame => frame % 6000 == 0));

        static IEnumerable<long> Kicks(SimulatedHost host) =>
            host.Events.Where(e => e.Event is { Status: 0x99, Data1: 36 }).Select(e => e.Frame);
    }

    private static List<(long Frame, MidiEvent)> Render(int seed, Func<int, int> block, double from)
    {
        SimulatedHost host = NewHost(seed);
        host.Block = () => block(0);
        host.SetChance(Voice.BassDrum, 0.5f);
        host.SetChance(Voice.Snare, 0.25f);
        host.Play(from, 120, 48000 * 16);
        return [.. host.Events.Select(e => (e.Frame, e.Event with { Frame = 0 }))];
    }

    private static SimulatedHost NewHost(int seed)
    {
        SimulatedHost host = new();
        host.Set(s => s with { Seed = seed });
        host.Publish(new Pattern(Enumerable.Repeat((ushort)3, 32).ToArray()));
        return host;
    }
}
