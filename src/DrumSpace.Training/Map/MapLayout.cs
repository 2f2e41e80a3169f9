using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Map;

/// <summary>Lays latents out in the plane by t-SNE.</summary>
public static class MapLayout
{
    // The initial deviation (van der Maaten 2014, section 5), and the noise that separates equal latents.
    private const double InitialDeviation = 1e-4, InitialNoise = 1e-6;

    /// <summary>The neighbours of each point that t-SNE uses: three times the perplexity.</summary>
    public const int NeighboursPerPerplexity = 3;

    /// <summary>Lays latents out. Equal latents, seed and options give equal maps.</summary>
    /// <param name="latents">More than three times as many as the perplexity.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="options">The settings of t-SNE.</param>
    /// <param name="progress">Called after each iteration with the number of iterations completed.</param>
    /// <returns>The positions, around 0.</returns>
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
        double scale = InitialDeviation / Math.Max(double.Epsilon, x.RootMeanSquare());
        Initialize(x, scale, random);
        Initialize(y, scale, random);
        Tsne tsne = new(affinities, x, y, options);
        while (!tsne.IsFinished)
        {
            tsne.Step();
            progress?.Invoke(tsne.Iteration);
        }

        return (tsne.X.ToArray(), tsne.Y.ToArray());
    }

    /// <summary>Creates a map from a layout, shifted and scaled into 0..1 with the same factor in both directions.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions.</param>
    /// <param name="latents">The latent of each point.</param>
    /// <param name="labels">The genre of each point, an index into <paramref name="genres"/>.</param>
    /// <param name="genres">The names of the genres.</param>
    /// <exception cref="ArgumentException">The map is not valid in a bundle.</exception>
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

    private static void Initialize(double[] axis, double scale, SeededRandom random)
    {
        for (int i = 0; i < axis.Length; i++)
        {
            axis[i] = (axis[i] * scale) + (InitialNoise * ((2 * random.NextFloat()) - 1));
        }
    }
}
