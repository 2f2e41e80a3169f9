using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

public class AllocationTests
{
    [Fact]
    public void Processing_allocates_nothing_whatever_the_transport_does()
    {
        SimulatedSource source = new();
        PlaybackEngine engine = new(source);
        engine.Prepare(48000, 1024);
        float[] left = new float[8192];
        float[] right = new float[8192];
        Random random = new(10);
        HostTime[] times = [.. Enumerable.Range(0, 512).Select(_ => AnyTime(random))];
        int[] frames = [.. times.Select(_ => random.Next(0, 8193))];
        PatternSlots slots = new();
        source.Model.Decoded.Pattern = new Pattern(Enumerable.Repeat(Pattern.AllVoices, 32).ToArray());
        long notes = 0;
        long before = 0;
        for (int call = 0; call < 2048; call++)
        {
            if (call == 1024)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            int i = call % times.Length;
            Array.Fill(source.Model.Decoded.Probabilities, random.NextSingle());
            source.Model.GrooveVoices = random.Next(2) == 0 ? Pattern.AllVoices : 0;
            Array.Fill(source.Model.Offsets, random.NextSingle() - 0.5f);
            source.Model.Fill.Voices = random.Next(Pattern.AllVoices + 1);
            Array.Fill(source.Model.Fill.Probabilities, random.NextSingle());
            engine.IsBypassed = call % 17 == 0;
            if (call % 61 == 0)
            {
                engine.LoadSlots(slots);
            }

            engine.AdoptLoaded();
            engine.Apply(AnySettings(random, call));
            engine.StoreSlot(random.Next(10));
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

    private static EngineSettings AnySettings(Random random, int call)
    {
        PerVoice chances = PerVoice.All(1);
        chances[random.Next(14)] = random.NextSingle();
        ChainBars chain = default;
        chain[random.Next(8)] = random.Next(17);
        chain[random.Next(8)] = random.Next(17);
        return new EngineSettings
        {
            Switch = (PatternSwitch)(call % 5),
            MutedVoices = call % 13 == 0 ? 5 : 0,
            SoloVoices = random.Next(4) == 0 ? random.Next(1 << 14) : 0,
            PinnedVoices = random.Next(1 << 14),
            Density = random.NextDouble(),
            Variation = random.Next(2) * random.NextDouble(),
            Fill = random.NextDouble(),
            FillInterval = (FillInterval)random.Next(5),
            Swing = 0.5 + 0.25 * random.NextDouble(),
            GrooveVelocity = random.NextDouble(),
            GrooveTiming = random.NextDouble(),
            LowVelocity = random.Next(1, 128),
            HighVelocity = random.Next(1, 128),
            PatternLength = random.Next(1, 33),
            PatternStart = random.Next(32),
            Speed = (PatternSpeed)random.Next(3),
            Seed = random.Next(),
            Channel = random.Next(1, 17),
            Slot = random.Next(9),
            IsChained = random.Next(2) == 0,
            ChainBars = chain,
            MorphQuarters = random.Next(3) * random.NextDouble(),
            Knobs = new Knobs(random.NextSingle(), 0, 0, 1),
            Chances = chances,
            Melody = random.Next(2) == 0 ? default : new MelodyRequest(MelodyRole.Lead, 0, 0, MelodyScale.Major, 0, 0.5, 1, 0, call % 1024),
        };
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
