using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Common;

/// <summary>
/// Divides common beats into families and gives each a place in its family's space. Families are the leaves of a tree: patterns are
/// parted in halves where they differ the most, and the halves again. In a family every axis orders the beats by what the axis means
/// (<see cref="TraitTargets"/>), and a little by how they differ otherwise, so that beats of equal traits do not fall on one point; along it they
/// lie as what the model's points are drawn from does, a little closer, so that each is about as likely as another.
/// </summary>
internal static class FamilyTree
{
    // What the ways in which a family's patterns differ otherwise count beside their traits.
    private const double OtherWeight = 0.5;

    // How far places spread, against points as they are drawn. In trials, 1,000 draws of decoders of such beats covered more than with 1.
    private const double Spread = 0.85;

    /// <summary>Divides patterns among the families and places them.</summary>
    /// <param name="patterns">At least as many as there are families; the first ones come first in their families too.</param>
    /// <param name="prior">What points of the model that the beats are for are drawn from.</param>
    public static CommonBeat[] Place(Pattern[] patterns, LatentPrior prior)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patterns.Length, BeatVariation.CommonFamilies);
        return [.. Part(patterns, BeatVariation.CommonFamilies).SelectMany((family, number) => Place(family, number, prior))];
    }

    private static IEnumerable<Pattern[]> Part(Pattern[] patterns, int families)
    {
        if (families == 1)
        {
            return [patterns];
        }

        double[] scores = PrincipalScores.Of(patterns, 1)[0];
        int[] rank = Ranks(scores);
        int half = patterns.Length / 2;
        return Part([.. patterns.Where((_, i) => rank[i] < half)], families / 2)
            .Concat(Part([.. patterns.Where((_, i) => rank[i] >= half)], families / 2));
    }

    private static IEnumerable<CommonBeat> Place(Pattern[] family, int number, LatentPrior prior)
    {
        int[][] ranks = [.. Coordinates(family).Select(Ranks)];
        return family.Select((pattern, i) =>
        {
            Latent place = default;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                double normal = NormalQuantile((ranks[axis][i] + 0.5) / family.Length);
                place[axis] = (float)(prior.Mean[axis] + (Spread * prior.Deviation[axis] * normal));
            }

            return new CommonBeat(pattern, number, place);
        });
    }

    // [axis][pattern]: the traits without correlation, and the four directions of largest variance, turned so that they go along with them.
    private static double[][] Coordinates(Pattern[] family)
    {
        const int Axes = Latent.Dimensions;
        var targets = new TraitTargets(family);
        double[][] traits = [.. family.Select(targets.Of)];
        double[][] others = [.. PrincipalScores.Of(family, Axes).Select(Standardized)];

        // The rotation that makes the trace of R^T M largest; a little of the identity, so that there is one where a trait never changes.
        var agreement = new double[Axes, Axes];
        for (int other = 0; other < Axes; other++)
        {
            for (int trait = 0; trait < Axes; trait++)
            {
                agreement[other, trait] = traits.Select((row, i) => others[other][i] * row[trait]).Average() + (other == trait ? 1e-3 : 0);
            }
        }

        double[,] rotation = SquareMatrix.NearestRotation(agreement);
        return [.. Enumerable.Range(0, Axes).Select(axis => family.Select((_, i) =>
            traits[i][axis] + OtherWeight * Enumerable.Range(0, Axes).Sum(other => others[other][i] * rotation[other, axis])).ToArray())];
    }

    private static double[] Standardized(double[] values)
    {
        double deviation = Math.Sqrt(values.Average(value => value * value));
        return deviation > 0 ? [.. values.Select(value => value / deviation)] : values;
    }

    // Tukey's lambda distribution that is nearest to the normal, within 0.05 from 0.001 to 0.999 (Joiner and Rosenblatt 1971).
    private static double NormalQuantile(double share) => 4.91 * (Math.Pow(share, 0.14) - Math.Pow(1 - share, 0.14));

    // Equal values in the order of the patterns.
    private static int[] Ranks(double[] values)
    {
        var ranks = new int[values.Length];
        foreach ((int rank, int i) in Enumerable.Range(0, values.Length).OrderBy(i => values[i]).Index())
        {
            ranks[i] = rank;
        }

        return ranks;
    }
}
