using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

public class MelodyFuzzTests
{
    [Fact]
    public void After_any_row_of_operations_every_note_has_ended_once_and_never_two_sounded()
    {
        long notes = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = new(seed);
            SimulatedHost host = new(random.Next(2) == 0 ? 44100 : 96000, random.Next(1, 4096));
            host.Block = SimulatedHost.RandomBlocks(random);
            host.SetMelody(true);
            for (int operation = 0; operation < 30; operation++)
            {
                Operate(host, random);
            }

            host.Stop(0, 120, 10);
            NoteOffTests.AssertPaired(host, $"seed {seed}");
            int sounding = 0;
            foreach ((_, MidiEvent midiEvent) in host.Events.Where(e => (e.Event.Status & 15) < 4))
            {
                sounding += (midiEvent.Status & 0xF0) == 0x90 ? 1 : -1;
                Assert.True(sounding is 0 or 1, $"seed {seed}: {sounding} notes of the melody sound at once.");
                notes++;
            }
        }

        Assert.True(notes > 1000, $"The melody must play, not {notes} notes.");
    }

    [Fact]
    public void Blocks_change_neither_notes_nor_sound()
    {
        (List<(long, MidiEvent)> events, float[] sound) whole = Play(() => 4096);
        for (int seed = 0; seed < 4; seed++)
        {
            Random random = new(seed);
            (List<(long, MidiEvent)> events, float[] sound) parts = Play(() => random.Next(1, 900));
            Assert.Equal(whole.events, parts.events);
            Assert.True(whole.sound.AsSpan().SequenceEqual(parts.sound), $"seed {seed}");
        }

        Assert.Contains(whole.events, e => e.Item2.Status == 0x90);
        Assert.Contains(whole.sound, value => MathF.Abs(value) > 0.05f);
    }

    [Fact]
    public void Playing_melodies_allocates_nothing()
    {
        SimulatedSource source = new();
        PlaybackEngine engine = new(source);
        engine.Prepare(48000, 512);
        float[] left = new float[512], right = new float[512];
        Random random = new(4);
        long before = 0, notes = 0;
        for (int block = 0; block < 3000; block++)
        {
            before = block == 1500 ? GC.GetAllocatedBytesForCurrentThread() : before;
            source.Model.IsWhole = block % 3 == 0;
            if (block % 3 == 1)
            {
                source.SendMelody(AnyPhrase(random));
            }
            else
            {
                source.Model.Melody = AnyPhrase(random);
            }

            engine.Apply(new EngineSettings
            {
                Knobs = new Knobs(block / 3 / 1000f, 0, 0, 0),
                Melody = block % 50 != 0 ? Request((MelodyRole)(block / 7 % 2)) : default,
                MelodyLevel = block % 11 / 10f,
                MelodyGate = Math.Max(block % 13 / 12.0, 0.05),
                Switch = (PatternSwitch)(block % 5),
            });
            HostTime time = new() { IsPlaying = block % 97 != 0, HasPpq = true, Ppq = block * 0.1, HasTempo = true, Tempo = 300 };
            engine.Process(time, 512, left, right);
            notes += engine.Events.Length;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(notes > 500);
    }

    private static (List<(long, MidiEvent)> Events, float[] Sound) Play(Func<int> block)
    {
        SimulatedSource source = new();
        source.Model.Melody = AnyPhrase(new Random(9));
        PlaybackEngine engine = new(source);
        engine.Prepare(48000, 4096);
        engine.Apply(new EngineSettings { Melody = Request(MelodyRole.Bass), Swing = 0.62, KitLevel = 0 });
        List<(long, MidiEvent)> events = [];
        float[] left = new float[96000 * 2], right = new float[left.Length];
        for (int frame = 0; frame < left.Length;)
        {
            int frames = Math.Min(block(), left.Length - frame);
            HostTime time = new() { IsPlaying = true, HasPpq = true, Ppq = frame * 133.7 / 60 / 48000, HasTempo = true, Tempo = 133.7 };
            engine.Process(time, frames, left.AsSpan(frame, frames), right.AsSpan(frame, frames));
            foreach (MidiEvent midiEvent in engine.Events)
            {
                events.Add((frame + midiEvent.Frame, midiEvent with { Frame = 0 }));
            }

            frame += frames;
        }

        return (events, left);
    }

    private static void Operate(SimulatedHost host, Random random)
    {
        PlaybackEngine engine = host.Engine;
        double ppq = random.NextDouble() * 64;
        double tempo = 20 + random.NextDouble() * 400;
        int frames = random.Next(1, 30000);
        if (random.Next(2) == 0)
        {
            host.Source.Model.IsWhole = random.Next(2) == 0;
            host.Source.BlocksLate = random.Next(3);
            host.Publish(model => model.Melody = AnyPhrase(random));
        }

        switch (random.Next(14))
        {
            case 0: host.Stop(ppq, tempo, frames); break;
            case 1 or 2: host.Play(ppq, tempo, frames); break;
            case 3: host.PlayLoop(ppq, tempo, frames, new Loop(ppq, ppq + 0.05 + random.NextDouble() * 4)); break;
            case 4: engine.IsBypassed = random.Next(4) == 0; break;
            case 5: host.SetMelody(random.Next(4) > 0, (MelodyRole)random.Next(2)); break;
            case 6:
                host.Publish(new Pattern(Enumerable.Range(0, 32).Select(_ => (ushort)(random.Next(16384) & random.Next(16384))).ToArray()));
                break;
            case 7: engine.Resume(); break;
            case 8:
                engine.Suspend();
                host.Collect(1);
                break;
            case 9: host.Set(s => s with { MelodyGate = Math.Clamp(random.NextDouble() * 1.2, 0.05, 1) }); break;
            case 10: host.Set(s => s with { MelodyChannel = random.Next(1, 5) }); break;
            case 11: host.Set(s => s with { Switch = (PatternSwitch)random.Next(5) }); break;
            case 12: host.Source.SendMelody(AnyPhrase(random)); break;
            default:
                host.Set(s => s with { PatternLength = random.Next(1, 33), PatternStart = random.Next(32) });
                host.Set(s => s with { Speed = (PatternSpeed)random.Next(3), Swing = 0.5 + 0.25 * random.NextDouble() });
                host.Set(s => s with { GrooveTiming = random.Next(2) });
                break;
        }
    }

    private static MelodyRequest Request(MelodyRole role) => new(role, 4, 0, MelodyScale.Major, 0, 0.5, 1, 0, 0);

    private static MelodyPhrase AnyPhrase(Random random)
    {
        MelodyPhrase phrase = default;
        bool isSounding = false;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            int what = random.Next(isSounding ? 4 : 2);
            phrase[step] = what == 0 ? MelodyStep.Rest : what == 1 ? MelodyStep.NoteOf(random.Next(20, 100)) : MelodyStep.Tie;
            isSounding = what > 0;
        }

        return phrase;
    }
}
