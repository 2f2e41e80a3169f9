using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class GrooveTimingTests
{
    [Theory]
    [InlineData(0.25f, 1, 1500)]
    [InlineData(0.25f, 0.5, 750)]
    [InlineData(0.1f, 1, 600)]
    [InlineData(0.5f, 1, 3000)]
    [InlineData(-0.25f, 1, -1500)]
    [InlineData(-0.25f, 0.1, -150)]
    [InlineData(-0.5f, 1, -3000)]
    [InlineData(-0.5f, 0, 0)]
    public void A_hit_is_early_or_late_by_its_part_of_a_step_to_the_frame(float offset, double timing, long frames)
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, offset)).Play(timing);
        host.Play(0, 120, 48000 - 3001);
        Assert.Equal(
            Enumerable.Range(0, 8).Select(step => (Math.Max(step * 6000 + frames, 0), 38, step + 1)).Where(hit => hit.Item1 < 48000 - 3001),
            GrooveHits.Played(host));
    }

    [Fact]
    public void On_any_stretch_every_hit_sounds_once_at_its_frame_whatever_the_blocks()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int trial = 0; trial < 60; trial++)
        {
            double timing = random.Next(5) == 0 ? 1 : random.NextDouble();
            double swing = random.Next(2) == 0 ? 0.5 : 0.5 + 0.25 * random.NextDouble();
            GroovedPattern pattern = new(random);
            SimulatedHost host = pattern.Play(timing, random.Next(2) == 0 ? 44100 : 48000);
            host.Block = SimulatedHost.RandomBlocks(random);
            host.Set(s => s with { Swing = swing });
            List<(long, int, int)> expected = [];
            for (int jump = 0; jump < 6; jump++)
            {
                double ppq = random.Next(3) == 0 ? random.Next(64) / 4.0 : random.NextDouble() * 16;
                double tempo = 40 + 260 * random.NextDouble();
                long frames = random.Next(1, 120_000);
                expected.AddRange(GrooveHits.OfStretch(pattern, host, ppq, tempo, frames, timing, swing));
                host.Play(ppq, tempo, frames);
                host.Stop(ppq, tempo, 1);
            }

            GrooveHits.AssertSame(expected, host, $"Seed {seed}, trial {trial}, timing {timing}, swing {swing}");
        }
    }

    [Fact]
    public void Hits_between_tempos_keep_their_places()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int trial = 0; trial < 40; trial++)
        {
            GroovedPattern pattern = new(random);
            SimulatedHost host = pattern.Play(1);
            host.Block = SimulatedHost.RandomBlocks(random);
            (double Tempo, long Frames)[] pieces = [.. Enumerable.Range(0, 30).Select(_ => (40 + 260 * random.NextDouble(), (long)random.Next(1, 20_000)))];
            List<(long, int, int)> expected = [];
            foreach ((double stepPpq, double hitPpq, int note, int velocity) in pattern.Between(0, 400, 1))
            {
                double from = 0;
                long start = 0;
                foreach ((double tempo, long frames) in pieces)
                {
                    // A hit early enough to lie before the song sounds at once.
                    long frame = Math.Max(GrooveHits.Nearest((hitPpq - from) * 60 * 48000 / tempo), 0);
                    if (frame < frames)
                    {
                        expected.Add((start + frame, note, velocity));
                        break;
                    }

                    from += frames * tempo / 60 / 48000;
                    start += frames;
                }
            }

            double reached = 0;
            foreach ((double tempo, long frames) in pieces)
            {
                reached = host.Play(reached, tempo, frames);
            }

            GrooveHits.AssertSame(expected, host, $"Seed {seed}, trial {trial}");
        }
    }

    [Theory]
    [InlineData(60, 20, 1024)]
    [InlineData(300, -28, 8192)]
    public void A_tempo_ramp_loses_and_doubles_no_hit(double tempo, double perSecond, int block)
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, 0.4f), (Voice.BassDrum, -0.4f)).Play(1);
        host.Block = () => block;
        host.Play(0, tempo, 48000 * 8, perSecond);
        foreach (int note in (int[])[38, 36])
        {
            int[] steps = [.. host.Events.Where(e => e.Event.Status == 0x99 && e.Event.Data1 == note).Select(e => e.Event.Data2 - 1)];
            Assert.Equal(Enumerable.Range(0, steps.Length).Select(n => n % 32), steps);
            Assert.InRange(steps.Length, 50, 200);
        }
    }

    [Theory]
    [InlineData(PatternSpeed.Half, 12000)]
    [InlineData(PatternSpeed.Double, 3000)]
    public void In_half_and_double_time_offsets_are_parts_of_the_patterns_own_steps(PatternSpeed rate, long step)
    {
        SimulatedHost host = new GroovedPattern((Voice.Snare, -0.25f)).Play(1);
        host.Set(s => s with { Speed = rate });
        host.Play(0, 120, 4 * step);
        Assert.Equal([0, (3 * step) / 4, (7 * step) / 4, (11 * step) / 4, (15 * step) / 4], GrooveHits.Played(host).Select(hit => hit.Frame));
    }

    [Fact]
    public void While_everything_is_turned_no_hit_is_lost_or_doubled()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        GroovedPattern pattern = new((Voice.Snare, -0.45f), (Voice.BassDrum, 0.45f));
        SimulatedHost host = pattern.Play(0);
        host.Block = () => random.Next(1, 900);
        host.BeforeBlock = () =>
        {
            host.Set(s => s with { GrooveTiming = random.Next(2) * random.NextDouble() });
            host.Set(s => s with { Swing = 0.5 + 0.25 * random.NextDouble() });
        };
        host.Play(0, 150, 48000 * 20);
        foreach (int note in (int[])[38, 36])
        {
            var times = host.Events.Where(e => e.Event.Status == 0x99 && e.Event.Data1 == note).CountBy(e => (int)e.Event.Data2).ToDictionary();
            Assert.True(
                times.Count == 32 && times.Values.All(count => count is 6 or 7) && times.Values.Sum() is >= 198 and <= 201,
                $"Seed {seed}: note {note} came {string.Join(' ', times.OrderBy(pair => pair.Key))} times.");
        }
    }

    [Fact]
    public void Blocks_change_nothing_whatever_changes_between_them()
    {
        int seed = Environment.TickCount;
        for (int trial = 0; trial < 10; trial++)
        {
            List<(long, MidiEvent)>[] played = [.. new Func<Random, Func<int>>[] { _ => () => 64, SimulatedHost.RandomBlocks, _ => () => 8192 }
                .Select(blocks => PlayChanges(new Random(seed + trial), blocks(new Random(trial))))];
            foreach (List<(long, MidiEvent)> other in played[1..])
            {
                int at = played[0].Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
                Assert.True(
                    at == played[0].Count && at == other.Count && at > 100,
                    $"Seed {seed}, trial {trial}: event {at} is {played[0].ElementAtOrDefault(at)} or {other.ElementAtOrDefault(at)}.");
            }
        }
    }

    private static List<(long, MidiEvent)> PlayChanges(Random random, Func<int> blocks)
    {
        SimulatedHost host = new GroovedPattern(random).Play(1);
        host.Block = blocks;
        double reached = 0;
        for (int piece = 0; piece < 20; piece++)
        {
            host.Set(s => s with { GrooveTiming = random.Next(3) / 2.0 });
            host.Set(s => s with { Swing = 0.5 + random.Next(2) * 0.2 });
            host.Set(s => s with { Speed = (PatternSpeed)random.Next(3) });
            host.Set(s => s with { MutedVoices = random.Next(4) == 0 ? random.Next(1 << 14) : 0 });
            host.Set(s => s with { Density = random.NextDouble() });
            new GroovedPattern(random).Publish(host);
            host.Set(s => s with { Switch = (PatternSwitch)random.Next(5) });
            reached = host.Play(reached, 100 + random.Next(100), random.Next(1, 30_000));
        }

        return [.. host.Events.Select(e => (e.Frame, e.Event with { Frame = 0 }))];
    }
}
