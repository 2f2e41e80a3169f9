using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>Times decoding with the bundle beside the plugin, by the plugin's inference code.</summary>
internal static class DecodeTimes
{
    private const int Runs = 10000;
    private const int Seed = 8192;

    /// <summary>Decodes random knob positions.</summary>
    /// <param name="pluginFolder">The folder that holds `models`.</param>
    /// <exception cref="BundleException">There is no bundle, or it is invalid.</exception>
    public static BlockTimings Measure(string pluginFolder)
    {
        using ModelBundle bundle = ModelBundle.Load(FindBundle(Path.Combine(pluginFolder, "models")));
        using PatternDecoder decoder = new(bundle);
        Random random = new(Seed);
        DecodedPattern decoded = new();
        BlockTimings timings = new();
        for (int run = 0; run < Runs; run++)
        {
            Knobs knobs = new(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
            long start = Stopwatch.GetTimestamp();
            decoder.Decode(bundle.Mapping.ToLatent(knobs), decoded);
            timings.Add((long)Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return timings;
    }

    private static string FindBundle(string models) => (Directory.Exists(models) ? Directory.EnumerateDirectories(models) : [])
        .Where(folder => File.Exists(Path.Combine(folder, "manifest.json")))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault() ?? throw new BundleException(models, "", "there is no bundle in this folder; ./build.sh creates it");
}
