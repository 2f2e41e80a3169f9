using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class AllocationTests
{
    [Fact]
    public void Processing_allocates_nothing_whatever_the_transport_does()
    {
        PatternExchange exchange = new();
        PlaybackEngine engine = new(exchange);
        engine.Prepare(48000, 1024);
        float[] left = new float[8192];
        float[] right = new float[8192];
        Random random = new(10);
        HostTime[] times = [.. Enumerable.Range(0, 512).Select(_ => AnyTime(random))];
        int[] frames = [.. times.Select(_ => random.Next(0, 8193))];
        Pattern full = new(Enumerable.Repeat(Pattern.AllVoices, 32).ToArray());
        long notes = 0;
        long before = 0;
        for (int call = 0; call < 2048; call++)
        {
            if (call == 1024)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            int i = call % times.Length;
            exchange.Writing.Pattern = full;
            Array.Fill(exchange.Writing.Probabilities, random.NextSingle());
            exchange.Writing.HasGroove = random.Next(2) == 0;
            Array.Fill(exchange.Writing.Offsets, random.NextSingle() - 0.5f);
            exchange.Writing.Serial = call + 1;
            exchange.Publish();
            engine.Quantization = (PatternSwitch)(call % 5);
            engine.Bypassed = call % 17 == 0;
            engine.MutedVoices = call % 13 == 0 ? 5 : 0;
            SetAll(engine, random);
            engine.Process(times[i], frames[i], left.AsSpan(0, frames[i]), right.AsSpan(0, frames[i]));
            notes += engine.Events.Length;
            if (call % 31 == 0)
            {
                engine.Suspend();
                engine.Resume();
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(notes > 1000, "The fuzz must play.");
    }

    private static void SetAll(PlaybackEngine engine, Random random)
    {
        engine.SoloVoices = random.Next(4) == 0 ? random.Next(1 << 14) : 0;
        engine.LockedVoices = random.Next(1 << 14);
        engine.Density = random.NextDouble();
        engine.Variation = random.Next(3) * random.NextDouble();
        engine.Fill = random.NextDouble();
        engine.FillInterval = (FillInterval)random.Next(5);
        engine.Swing = random.NextDouble();
        engine.GrooveVelocity = random.NextDouble();
        engine.GrooveTiming = random.NextDouble();
        engine.LowVelocity = random.Next(128);
        engine.HighVelocity = random.Next(128);
        engine.PatternLength = random.Next(33);
        engine.PatternStart = random.Next(32);
        engine.Rate = (PatternSpeed)random.Next(3);
        engine.Seed = random.Next();
        engine.Channel = random.Next(18);
        engine.AdoptMemory();
        engine.StoreSlot(random.Next(10));
        engine.Slot = random.Next(10);
        engine.IsChained = random.Next(2) == 0;
        engine.SetChainBars(random.Next(1, 9), random.Next(18));
        engine.MorphQuarters = random.Next(3) * random.NextDouble();
        engine.Knobs = new Knobs(random.NextSingle(), 0, 0, 1);
        engine.SetChance((Voice)random.Next(14), random.NextSingle());
    }

    private static HostTime AnyTime(Random random)
    {
        double loop = random.NextDouble() * 16;
        return new HostTime
        {
            IsPlaying = random.Next(8) != 0,
            HasPpq = random.Next(8) != 0,
            Ppq = random.Next(20) == 0 ? double.NaN : random.NextDouble() * 16,
            HasTempo = random.Next(8) != 0,
            Tempo = random.Next(20) == 0 ? -1 : random.NextDouble() * 300,
            HasTimeSignature = random.Next(2) == 0,
            Numerator = random.Next(-1, 9),
            Denominator = random.Next(-1, 9),
            HasBarStart = random.Next(2) == 0,
            BarStart = random.NextDouble() * 16,
            IsLooping = random.Next(2) == 0,
            LoopStart = loop,
            LoopEnd = loop + random.NextDouble() * 4,
        };
    }
}
