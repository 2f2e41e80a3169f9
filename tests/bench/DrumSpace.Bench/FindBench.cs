using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;
using DrumSpace.Testing;
using DrumSpace.Training.Data;

namespace DrumSpace.Bench;

/// <summary>
/// How near the knobs come to a given beat, by the encoder alone and after the search, and how long that takes, over held-out patterns of
/// the Groove MIDI Dataset. Models that have learnt to vary are asked with full variation as well, where the seed is looked for too.
/// Arguments: bundles; without any, all of presets/models.
/// </summary>
internal static class FindBench
{
    private const int Most = 200;

    public static void Run(string[] args)
    {
        if (Repository.Data("groove") is not { } groove)
        {
            Console.Error.WriteLine("../shared/data/groove is not there");
            return;
        }

        Pattern[] heldOut = TrainingDataReader.Read([groove]).HeldOut;
        int every = Math.Max(heldOut.Length / Most, 1);
        Pattern[] patterns = [.. heldOut.Where((_, number) => number % every == 0)];
        string models = Path.Combine(Repository.Root, "presets", "models");
        string[] folders = args.Length > 0
            ? args
            : [.. Directory.EnumerateDirectories(models)
                .Where(folder => File.Exists(Path.Combine(folder, BundleFile.Manifest)))
                .Order(StringComparer.Ordinal)];
        foreach (string folder in folders)
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            Measure(bundle, patterns, variation: 0);
            if (bundle.Manifest.Variations > 0)
            {
                Measure(bundle, patterns, variation: 1);
            }
        }
    }

    private static void Measure(ModelBundle bundle, Pattern[] patterns, double variation)
    {
        using PatternFinder finder = new(bundle);
        Durations durations = new(patterns.Length);
        double before = 0;
        double after = 0;
        int better = 0;
        int same = 0;
        foreach (Pattern pattern in patterns)
        {
            long start = Stopwatch.GetTimestamp();
            FoundPattern found = finder.Find(pattern, new PatternVariation(variation, 1));
            durations.AddSince(start);
            before += found.StartSimilarity;
            after += found.Similarity;
            better += found.Similarity > found.StartSimilarity ? 1 : 0;
            same += found.Pattern == pattern ? 1 : 0;
        }

        Console.WriteLine(
            $"{bundle.Manifest.Name}, variation {100 * variation} %: mean F1 {before / patterns.Length:F3} by the encoder, "
            + $"{after / patterns.Length:F3} after the search; "
            + $"better for {better} of {patterns.Length}, the same beat for {same}");
        durations.Print("finding a beat");
    }
}
