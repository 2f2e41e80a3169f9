using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Tests.Capture;

/// <summary>A clip has the notes that the host received, at the ticks that arithmetic gives them.</summary>
public class CaptureFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_note_is_captured_within_a_tick_for_any_blocks_and_host_rounding()
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        for (int round = 0; round < 30; round++)
        {
            double tempo = 60 + random.NextDouble() * 200;
            SimulatedHost host = new() { Block = SimulatedHost.RandomBlocks(random) };
            host.Rounding = random.Next(3) switch { 0 => SimulatedHost.Ticks(1920), 1 => ppq => (float)ppq, _ => ppq => ppq };
            host.Engine.Swing = 0.5 + random.NextDouble() / 4;
            host.Engine.Gate = 0.1 + 0.9 * random.NextDouble();
            host.Engine.Density = random.NextDouble();
            double start = random.Next(8);
            host.Play(start, tempo, (long)(host.SampleRate * 60 / tempo * (4 * 6.5 - start)));
            double framesPerTick = host.SampleRate * 60 / tempo / CaptureClip.TicksPerQuarter;
            CaptureClip clip = host.Engine.Heard(64)!;

            // The clip begins at the last bar line at or before the start.
            double origin = -(start % 4) * CaptureClip.TicksPerQuarter;
            (double Ticks, byte Note, byte Velocity)[] received = [.. host.Events
                .Where(e => (e.Event.Status & 0xF0) == 0x90)
                .Select(e => (e.Frame / framesPerTick - origin, e.Event.Data1, e.Event.Data2))];
            (double Ticks, byte Note, byte Velocity)[] kept =
                [.. clip.Notes.Select(n => ((double)n.Ticks, (byte)n.Number, (byte)n.Velocity))];
            int whole = received.Count(note => note.Ticks < clip.Ticks);
            Assert.Equal(whole, kept.Length);
            Assert.All(kept.Zip(received.OrderBy(n => n.Ticks).ThenBy(n => Kit.Notes.IndexOf(n.Note))), pair =>
            {
                Assert.Equal((pair.Second.Note, pair.Second.Velocity), (pair.First.Note, pair.First.Velocity));
                Assert.Equal(pair.Second.Ticks, pair.First.Ticks, 1.01 + 1 / framesPerTick);
            });
        }
    }

    [Fact]
    public void The_buffer_holds_64_bars_of_all_drums_on_all_steps_and_only_whole_bars_of_denser_playing()
    {
        SimulatedHost host = new(sampleRate: 8_000);
        host.Publish(new Pattern(Enumerable.Repeat(Pattern.AllVoices, 32).ToArray()));
        host.Play(0, 480, (long)(70.5 * 4 * 60 / 480.0 * 8_000));
        CaptureClip clip = host.Engine.Heard(64)!;
        Assert.Equal((64, 64 * 16 * 14), (clip.Bars, clip.Notes.Count));
        host.Engine.Rate = PatternSpeed.Double;
        host.Play(0, 480, (long)(70.001 * 4 * 60 / 480.0 * 8_000));
        CaptureClip dense = host.Engine.Heard(64)!;

        // A bar is 896 note events, a bar line and a tempo; the bar that runs has its first step.
        Assert.Equal((32_768 / 898) + 1, dense.Bars);
        Assert.Equal(((dense.Bars - 1) * 32 * 14) + 14, dense.Notes.Count);
    }

    [Fact]
    public void A_clip_is_consistent_for_any_host_behaviour()
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        SimulatedHost host = new(sampleRate: 8_000) { Block = SimulatedHost.RandomBlocks(random) };
        for (int round = 0; round < 400; round++)
        {
            double position = random.NextDouble() * 40;
            int shape = random.Next(1, 9);
            bool hasBars = random.Next(2) == 0;
            host.Habit = time => time with
            {
                HasTimeSignature = hasBars,
                Numerator = shape,
                Denominator = shape % 2 == 0 ? 4 : 8,
                HasBarStart = random.Next(2) == 0,
                BarStart = random.NextDouble() * 16,
            };
            int frames = random.Next(1, 20_000);
            double tempo = 20 + random.NextDouble() * 800;
            double loop = random.NextDouble() * 8;
            switch (random.Next(4))
            {
                case 0:
                    host.Stop(position, tempo, frames);
                    break;
                case 1:
                    host.PlayLoop(loop, tempo, frames, new Loop(loop, loop + 0.05 + random.NextDouble() * 6));
                    break;
                default:
                    host.Play(position, tempo, frames);
                    break;
            }

            if (host.Engine.Heard(random.Next(1, 65)) is { } clip)
            {
                string at = $"seed {seed}, round {round}";
                Assert.True(clip.Ticks > 0 && clip.Bars > 0, $"An empty clip; {at}.");
                Assert.All(clip.Notes, note => Assert.True(
                    note.Ticks >= 0 && note.Length >= 1 && note.Ticks + note.Length <= clip.Ticks, $"{note} of {clip.Ticks}; {at}."));
                Assert.True(clip.Tempos[0].Ticks == 0 && clip.Signatures[0].Ticks == 0, $"No tempo or signature at 0; {at}.");
            }
        }
    }
}
