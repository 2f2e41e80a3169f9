using System.Diagnostics;
using DrumSpace.Engine;
using DrumSpace.Engine.Memory;
using DrumSpace.Music;

namespace DrumSpace.Bench;

/// <summary>
/// What a block of 64 frames at 48 kHz costs in the engine alone, without a plugin format around it: notes only, and with the kit
/// sounding. The beat is a busy one, with a hi-hat on each 8th, a ride on each quarter, a crash a bar and a roll of toms.
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

    // Swing, groove, density, fill, chances, locks, velocity range, and a chain that morphs from bar to bar.
    private static void SetAll(PlaybackEngine engine)
    {
        PatternSlots memory = new();
        for (int slot = 1; slot <= PatternSlots.SlotCount; slot++)
        {
            memory.Slots[slot - 1].IsFilled = true;
            memory.Slots[slot - 1].Knobs = new Knobs(slot / 8f, 0, 0.5f, 1);
            engine.SetChainBars(slot, 1);
        }

        engine.LoadMemory(memory);
        engine.AdoptMemory();
        engine.IsChained = true;
        engine.MorphQuarters = 2;
        engine.Density = 0.6;
        engine.Fill = 0.5;
        engine.FillInterval = FillInterval.FourBars;
        engine.Swing = 0.6;
        engine.GrooveVelocity = 1;
        engine.GrooveTiming = 1;
        engine.LowVelocity = 20;
        engine.LockedVoices = 0b101;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            engine.SetChance((Voice)voice, 0.9f);
        }
    }

    private static void Measure(string what, bool isKitOn, bool isAllOn)
    {
        PatternExchange exchange = new();
        DecodedPattern beat = exchange.Writing;
        beat.Pattern = new Pattern([.. Enumerable.Range(0, Pattern.StepCount).Select(Hits)]);
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            beat.Velocities[cell] = cell % 7 / 6f;
            beat.Offsets[cell] = (cell % 11 - 5) / 12f;
            beat.Probabilities[cell] = (beat.Pattern[cell / Pattern.VoiceCount] >> (cell % Pattern.VoiceCount) & 1) != 0 ? 0.8f : 0.1f;
        }

        beat.HasGroove = true;
        beat.Serial = 1;
        exchange.Publish();
        PlaybackEngine engine = new(exchange) { KitEnabled = isKitOn };
        engine.Prepare(Rate, Frames);
        if (isAllOn)
        {
            SetAll(engine);
        }

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
        PlaybackEngine engine = new(new PatternExchange());
        engine.Prepare(44100, Frames);
        Console.WriteLine($"{"prepare, first engine of a sample rate",-44} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms");
        start = Stopwatch.GetTimestamp();
        PlaybackEngine another = new(new PatternExchange());
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
