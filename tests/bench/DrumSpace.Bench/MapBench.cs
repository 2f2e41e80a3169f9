using System.Diagnostics;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Testing;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Map;

namespace DrumSpace.Bench;

/// <summary>
/// How long t-SNE takes for 10,000 encoded beats, from neighbours to the last iteration, on all cores. The beats are a model's own samples,
/// encoded again. Arguments: the number of points (10000) and the folder of a bundle (the first of presets/models).
/// </summary>
internal static class MapBench
{
    public static void Run(string[] args)
    {
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        string models = Path.Combine(Repository.Root, "presets", "models");
        string folder = args.Length > 1 ? args[1] : Directory.EnumerateDirectories(models).Order(StringComparer.Ordinal).First();
        using ModelBundle bundle = ModelBundle.Load(folder);
        using BundleCoder coder = new(bundle);
        LatentSampler sampler = new(bundle.Manifest.Prior ?? LatentPrior.StandardNormal, 1);
        Latent[] latents = [.. Enumerable.Range(0, count).Select(_ => coder.Encode(coder.Decode(sampler.Next())))];
        long start = Stopwatch.GetTimestamp();
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        TimeSpan first = default;
        MapLayout.Compute(latents, 1, new TsneOptions(), done => first = done == 1 ? Stopwatch.GetElapsedTime(start) : first);
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"map of {count} points on {Environment.ProcessorCount} cores: {whole.TotalSeconds:F1} s; "
            + $"processor time {cpu.TotalSeconds:F1} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of them, to the first iteration: {first.TotalSeconds:F1} s"));
    }
}
