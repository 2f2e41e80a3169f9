using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>Times the decoding of the bundle that lies beside the plugin, with the plugin's own inference code.</summary>
internal static class DecodeTimes
{
    private const int Runs = 10000;
    private const int Seed = 8192;

    /// <summary>Decodes random settings of the knobs.</summary>
    /// <param name="pluginFolder">The folder that holds `models`.</param>
    /// <exception cref="BundleException">There is no bundle, or it is damaged.</exception>
    public static BlockTimings Measure(string pluginFolder)
    {
        using ModelBundle bundle = ModelBundle.Load(FindBundle(Path.Combine(pluginFolder, "models")));
        using PatternDecoder decoder = new(bundle);
        Random random = new(Seed);
        DecodedPattern beat = new();
        BlockTimings timings = new();
        for (int run = 0; run < Runs; run++)
        {
            Knobs knobs = new(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
            long start = Stopwatch.GetTimestamp();
            decoder.Decode(bundle.Mapping.ToLatent(knobs), beat);
            timings.Add((long)Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return timings;
    }

    private static string FindBundle(string models) => (Directory.Exists(models) ? Directory.EnumerateDirectories(models) : [])
        .Where(folder => File.Exists(Path.Combine(folder, "manifest.json")))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault() ?? throw new BundleException(models, "", "there is no bundle in this folder; ./build.sh puts it there");
}
