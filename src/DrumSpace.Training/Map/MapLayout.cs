using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Map;

/// <summary>Lays latents out in the plane by t-SNE: from points in the model's space to points of a map.</summary>
public static class MapLayout
{
    // The beginning's deviation (van der Maaten 2014, section 5), and how far chance moves each point: enough that equal latents part.
    private const double FirstDeviation = 1e-4, FirstNoise = 1e-6;

    /// <summary>How many neighbours t-SNE looks at for each point: three times the perplexity.</summary>
    public const int NeighboursPerPerplexity = 3;

    /// <summary>Lays latents out. Equal latents, seed and options give equal maps.</summary>
    /// <param name="latents">More than three times the perplexity of them.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="options">The settings of t-SNE.</param>
    /// <param name="progress">Is told the iterations done, after each.</param>
    /// <returns>Where the points are, around 0.</returns>
    /// <exception cref="ArgumentException">There are too few latents.</exception>
    public static (double[] X, double[] Y) Compute(Latent[] latents, ulong seed, TsneOptions options, Action<int>? progress = null)
    {
        options.Validate();
        int k = (int)(NeighboursPerPerplexity * options.Perplexity);
        if (latents.Length <= k)
        {
            throw new ArgumentException(
                $"A perplexity of {options.Perplexity} needs more than {k} points, not {latents.Length}.", nameof(latents));
        }

        PointCloud points = PointCloud.Of(latents);
        Affinities affinities = Affinities.Of(Neighbours.Find(points.Count, k, points.SquaredDistances), options.Perplexity);
        (double[] x, double[] y) = PrincipalAxes.Project(points);
        SeededRandom random = new(seed);
        double scale = FirstDeviation / Math.Max(double.Epsilon, x.RootMeanSquare());
        Begin(x, scale, random);
        Begin(y, scale, random);
        Tsne tsne = new(affinities, x, y, options);
        while (!tsne.IsFinished)
        {
            tsne.Step();
            progress?.Invoke(tsne.Iteration);
        }

        return (tsne.X.ToArray(), tsne.Y.ToArray());
    }

    /// <summary>Makes a map of a layout: moved and scaled into 0..1, alike in both directions, so that shapes stay.</summary>
    /// <param name="x">Where the points are.</param>
    /// <param name="y">Where the points are.</param>
    /// <param name="latents">One latent a point.</param>
    /// <param name="labels">One index into <paramref name="genres"/> a point.</param>
    /// <param name="genres">The names of the genres.</param>
    /// <exception cref="ArgumentException">The map is none that a bundle may have.</exception>
    public static PatternMap ToMap(double[] x, double[] y, Latent[] latents, byte[] labels, IReadOnlyList<string> genres)
    {
        double middleX = (x.Min() + x.Max()) / 2, middleY = (y.Min() + y.Max()) / 2;
        double side = Math.Max(double.Epsilon, Math.Max(x.Max() - x.Min(), y.Max() - y.Min()));
        float Scaled(double value, double middle) => (float)Math.Clamp(0.5 + ((value - middle) / side), 0, 1);
        var points = new MapPoint[latents.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new MapPoint(Scaled(x[i], middleX), Scaled(y[i], middleY), latents[i], labels[i]);
        }

        return new PatternMap(genres, points);
    }

    private static void Begin(double[] axis, double scale, SeededRandom random)
    {
        for (int i = 0; i < axis.Length; i++)
        {
            axis[i] = (axis[i] * scale) + (FirstNoise * ((2 * random.NextFloat()) - 1));
        }
    }
}
