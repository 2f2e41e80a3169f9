using System.Diagnostics;
using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;

namespace DrumSpace.Bench;

/// <summary>
/// What a block of 64 frames at 48 kHz costs in the engine alone, without a plugin format around it: notes only, and with the kit
/// sounding. The pattern is a busy one, with a hi-hat on each 8th, a ride on each quarter, a crash a bar and a roll of toms.
/// </summary>
internal static class EngineBench
{
    private const int Rate = 48000;
    private const int Frames = 64;
    private const double Tempo = 128;
    private const int WarmUps = 50_000;
    private const int Runs = 1_000_000;

    public static void Run(string[] args)
    {
        Measure("process, 64 frames, notes alone", isKitOn: false, isAllOn: false);
        Measure("process, 64 frames, with the kit", isKitOn: true, isAllOn: false);
        Measure("process, 64 frames, notes, everything on", isKitOn: false, isAllOn: true);
        Measure("process, 64 frames, kit, everything on", isKitOn: true, isAllOn: true);
        Prepare();
    }

    // Swing, groove, density, fill, chances, pins, velocity range, and a chain that morphs from bar to bar.
    private static EngineSettings SetAll(PlaybackEngine engine, EngineSettings settings)
    {
        PatternSlots slots = new();
        ChainBars chain = default;
        for (int slot = 0; slot < PatternSlots.Count; slot++)
        {
            slots.Slots[slot].IsFilled = true;
            slots.Slots[slot].Knobs = new Knobs((slot + 1) / 8f, 0, 0.5f, 1);
            chain[slot] = 1;
        }

        engine.LoadSlots(slots);
        engine.AdoptLoaded();
        return settings with
        {
            IsChained = true,
            ChainBars = chain,
            MorphQuarters = 2,
            Density = 0.6,
            Fill = 0.5,
            FillInterval = FillInterval.FourBars,
            Swing = 0.6,
            GrooveVelocity = 1,
            GrooveTiming = 1,
            LowVelocity = 20,
            PinnedVoices = 0b101,
            Chances = PerVoice.All(0.9f),
        };
    }

    private static void Measure(string what, bool isKitOn, bool isAllOn)
    {
        SteadySource source = new();
        PlayablePattern pattern = source.Pattern;
        pattern.Decoded.Pattern = new Pattern([.. Enumerable.Range(0, Pattern.StepCount).Select(Hits)]);
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            pattern.Velocities[cell] = cell % 7 / 6f;
            pattern.Offsets[cell] = (cell % 11 - 5) / 12f;
            bool isHit = pattern.Decoded.Pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount);
            pattern.Decoded.Probabilities[cell] = isHit ? 0.8f : 0.1f;
        }

        pattern.GrooveVoices = Pattern.AllVoices;
        PlaybackEngine engine = new(source);
        engine.Prepare(Rate, Frames);
        EngineSettings settings = isKitOn ? new EngineSettings() : new EngineSettings { KitLevel = 0 };
        engine.Apply(isAllOn ? SetAll(engine, settings) : settings);
        float[] left = new float[Frames];
        float[] right = new float[Frames];
        Durations durations = new(Runs);
        HostTime time = new() { IsPlaying = true, HasPpq = true, HasTempo = true, Tempo = Tempo };
        long bytes = 0;
        long events = 0;
        for (long block = -WarmUps; block < Runs; block++)
        {
            if (block == 0)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
            }

            time.Ppq = (block + WarmUps) * Frames * Tempo / 60 / Rate;
            long start = Stopwatch.GetTimestamp();
            engine.Process(time, Frames, left, right);
            if (block >= 0)
            {
                durations.AddSince(start);
                events += engine.Events.Length;
            }
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        durations.Print(what);
        Console.WriteLine($"{"events, managed bytes in all these runs",-44} {events}, {bytes}");
    }

    private static void Prepare()
    {
        long start = Stopwatch.GetTimestamp();
        PlaybackEngine engine = new(new SteadySource());
        engine.Prepare(44100, Frames);
        Console.WriteLine($"{"prepare, first engine of a sample rate",-44} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms");
        start = Stopwatch.GetTimestamp();
        PlaybackEngine another = new(new SteadySource());
        another.Prepare(44100, Frames);
        Console.WriteLine($"{"prepare, one more",-44} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F3} ms");
        GC.KeepAlive(engine);
    }

    private static ushort Hits(int step)
    {
        int hits = step % 8 == 0 || step % 16 == 10 ? 1 << (int)Voice.BassDrum : 0;
        hits |= step % 8 == 4 ? 1 << (int)Voice.Snare : 0;
        hits |= step % 2 == 0 ? 1 << (int)Voice.ClosedHiHat : step % 16 == 13 ? 1 << (int)Voice.OpenHiHat : 0;
        hits |= step % 4 == 0 ? 1 << (int)Voice.Ride : 0;
        hits |= step % 16 == 0 ? 1 << (int)Voice.Crash : 0;
        hits |= step >= 28 ? 1 << (int)(step % 2 == 0 ? Voice.HiMidTom : Voice.LowFloorTom) : 0;
        return (ushort)hits;
    }
}
