using System.Text.Json;
using DrumSpace.Music;

namespace DrumSpace.Training.Tests;

/// <summary>A case of golden.json, which golden.py computed from the metrics' definitions.</summary>
internal sealed record GoldenCase(
    string Name,
    ushort[][] Real,
    ushort[][] Samples,
    double Precision,
    double Recall,
    double TwoSample,
    int[] Radii,
    double[] Within,
    double MedianDistance,
    Dictionary<string, double> Filter,
    double[] Shares,
    double HitsPerPattern,
    double Variation,
    Dictionary<string, double> Reconstruction)
{
    private static readonly Lazy<GoldenCase[]> Cases = new(() => JsonSerializer.Deserialize<GoldenCase[]>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "DrumSpace.Training.Tests", "Evaluation", "golden.json")),
        JsonSerializerOptions.Web)!);

    public static TheoryData<string> Names => [.. Cases.Value.Select(golden => golden.Name)];

    public Pattern[] RealPatterns() => [.. Real.Select(masks => new Pattern(masks))];

    public Pattern[] SamplePatterns() => [.. Samples.Select(masks => new Pattern(masks))];

    public static GoldenCase Get(string name) => Cases.Value.Single(golden => golden.Name == name);
}
