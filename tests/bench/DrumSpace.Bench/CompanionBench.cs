using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Testing;

namespace DrumSpace.Bench;

/// <summary>
/// What a groove and a melody of two bars cost on one thread. Arguments: the folder of a bundle that has both; without one,
/// presets/models/flagship.
/// </summary>
internal static class CompanionBench
{
    private const int WarmUps = 50;
    private const int Grooves = 20_000;
    private const int Melodies = 2_000;

    public static void Run(string[] args)
    {
        string folder = args.Length > 0 ? args[0] : Path.Combine(Repository.Root, "presets", "models", "flagship");
        using ModelBundle bundle = ModelBundle.Load(folder);
        Pattern[] patterns = [.. Enumerable.Range(0, 64).Select(RandomPattern)];
        using GrooveModel groove = new(bundle);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        Time("groove of two bars on one thread", Grooves, i => groove.Play(patterns[i % patterns.Length], velocities, offsets));
        using MelodySampler melody = new(bundle);
        MelodyConditioning setting = new(MelodyRole.Lead, 10, new MusicalKey(9, KeyMode.Minor), 4);
        MelodyPhrase line = default;
        Time(
            "melody of two bars on one thread",
            Melodies,
            i => melody.Sample(patterns[i % patterns.Length], setting, 1, (ulong)i, keepsToScale: false, ref line));
    }

    private static void Time(string what, int runs, Action<int> run)
    {
        Durations durations = new(runs);
        long bytes = 0;
        for (int i = -WarmUps; i < runs; i++)
        {
            if (i == 0)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
            }

            long start = Stopwatch.GetTimestamp();
            run(i + WarmUps);
            if (i >= 0)
            {
                durations.AddSince(start);
            }
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        durations.Print(what);
        Console.WriteLine($"{"managed bytes in all these runs",-44} {bytes}");
    }

    private static Pattern RandomPattern(int seed)
    {
        Random random = new(seed);
        return new Pattern([.. Enumerable.Range(0, Pattern.StepCount).Select(_ => Draw())]);

        ushort Draw() => (ushort)(random.Next(1 << 14) & random.Next(1 << 14) & random.Next(1 << 14));
    }
}
