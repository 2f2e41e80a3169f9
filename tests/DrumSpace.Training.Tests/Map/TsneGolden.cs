using System.Text.Json;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

/// <summary>A case of tsne_golden.json, which make_tsne_golden.py had scikit-learn compute.</summary>
public sealed record TsneGolden(
    double Perplexity,
    float[][] Axes,
    double[][] Joint,
    double[][] Layout,
    double Divergence,
    double[][] Gradient,
    double Reached,
    double[][] Principal,
    Dictionary<string, double> Trustworthiness,
    double PrincipalTrustworthiness)
{
    private static readonly TsneGolden[] All = JsonSerializer.Deserialize<TsneGolden[]>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "DrumSpace.Training.Tests", "Map", "tsne_golden.json")),
        JsonSerializerOptions.Web)!;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Length)];

    public static TsneGolden Get(int index) => All[index];

    public PointCloud Points => new(Axes);

    public Affinities Affinities()
    {
        PointCloud points = Points;
        return Map.Affinities.Of(Neighbours.Find(points.Count, (int)(3 * Perplexity), points.SquaredDistances), Perplexity);
    }

    public static PointCloud Plane(double[] x, double[] y) => new(Array.ConvertAll(x, v => (float)v), Array.ConvertAll(y, v => (float)v));
}
