using System.Numerics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Programs;

/// <summary>
/// Chooses the beats of a model's programs among the points of its map: genre by genre those that lie most among their own kind, resemble
/// their genre most, and differ from what is chosen already. The same bundle gives the same beats.
/// </summary>
/// <remarks>
/// A point is a candidate when what it decodes to passes the entropy filter, has as many hits as the middle four fifths of its genre, at
/// least two of them the bass drum's, and at least three voices. Its knobs are rounded to thousandths before it is decoded.
/// </remarks>
public static class BeatChooser
{
    /// <summary>The fewest cells in which two chosen beats differ.</summary>
    public const int MinDistance = 8;

    /// <summary>The number of neighbours that <see cref="ChosenBeat.Purity"/> looks at.</summary>
    public const int NeighbourCount = 24;

    // Cells beyond which a beat is simply another one, and more adds nothing.
    private const int FarDistance = 20;
    private const double RareShare = 0.1;
    private const int FewestKicks = 2;
    private const int FewestVoices = 3;

    /// <summary>Chooses the beats, in the order of <see cref="GenreCharacter.All"/>.</summary>
    /// <param name="bundle">A bundle with a map whose genres are Groove's.</param>
    /// <exception cref="TrainingException">It has no map, or too few beats of these genres.</exception>
    public static IReadOnlyList<ChosenBeat> Choose(ModelBundle bundle)
    {
        PatternMap map = MapPattern.MapOf(bundle);
        HashSet<string> labels = [.. GenreCharacter.All.Select(genre => genre.Label)];
        MapPoint[] points = [.. map.Points.ToArray().Where(point => labels.Contains(map.Genres[point.Genre]))];
        if (points.Length <= NeighbourCount)
        {
            throw new TrainingException($"{bundle.Folder}: {points.Length} points of the map are of known genres: too few to choose from");
        }

        Latent[] latents = Array.ConvertAll(points, point => point.Latent);
        PointCloud cloud = PointCloud.Of(latents);
        Neighbours neighbours = Neighbours.Find(points.Length, NeighbourCount, cloud.SquaredDistances);
        using BundleCoder coder = new(bundle);
        List<ChosenBeat> chosen = [];
        foreach (GenreCharacter genre in GenreCharacter.All)
        {
            List<Candidate> candidates = [];
            foreach ((int index, MapPoint point) in points.Index().Where(item => map.Genres[item.Item.Genre] == genre.Label))
            {
                int same = neighbours.Of(index).ToArray().Count(other => points[other].Genre == point.Genre);
                candidates.Add(new Candidate(MapPattern.At(bundle, coder, point), (double)same / NeighbourCount));
            }

            AddBest(genre, Worthy(candidates), chosen);
        }

        return chosen;
    }

    private static Candidate[] Worthy(List<Candidate> candidates)
    {
        int[] counts = [.. candidates.Select(candidate => candidate.Pattern.HitCount).Order()];
        int rare = (int)(counts.Length * RareShare);
        return [.. candidates.Where(candidate => candidate.Pattern.HitCount >= counts[rare] && candidate.Pattern.HitCount <= counts[^(rare + 1)]
            && EntropyFilter.Passes(candidate.Pattern) && IsKit(candidate.Pattern))];
    }

    private static bool IsKit(Pattern pattern)
    {
        int voices = 0;
        int kicks = 0;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            voices |= pattern[step];
            kicks += pattern.Has(Voice.BassDrum, step) ? 1 : 0;
        }

        return kicks >= FewestKicks && BitOperations.PopCount((uint)voices) >= FewestVoices;
    }

    // The next is always the best of three shares together: purity, of the genre's purest; likeness, of its most typical beat, which is
    // the one that differs least from all others in the mean; distance from what is chosen. Of equals it is the first.
    private static void AddBest(GenreCharacter genre, Candidate[] candidates, List<ChosenBeat> chosen)
    {
        double purest = Math.Max(candidates.Select(candidate => candidate.Purity).DefaultIfEmpty().Max(), 1e-9);
        double[] differences = Array.ConvertAll(candidates, one => Math.Max(candidates.Average(other => other.Pattern.DistanceTo(one.Pattern)), 1e-9));
        double least = differences.DefaultIfEmpty().Min();
        HashSet<string> words = [];
        for (int number = 1; number <= genre.Count; number++)
        {
            (Candidate Beat, double Score)? best = null;
            foreach ((int index, Candidate candidate) in candidates.Index())
            {
                int distance = chosen.Select(other => other.Pattern.DistanceTo(candidate.Pattern)).Append(FarDistance).Min();
                double score = (candidate.Purity / purest) + (least / differences[index]) + ((double)distance / FarDistance);
                if (distance >= MinDistance && (best == null || score > best.Value.Score))
                {
                    best = (candidate, score);
                }
            }

            if (best == null)
            {
                return;
            }

            Candidate beat = best.Value.Beat;
            BeatWord word = BeatWord.Of(beat.Pattern).FirstOrDefault(word => words.Add(word.Text)) ?? BeatWord.Of(beat.Pattern).First();
            chosen.Add(new ChosenBeat(genre, $"{genre.Title} {number} {word.Text}", beat.Beat.Knobs, beat.Pattern, beat.Purity));
        }
    }

    private sealed record Candidate(MapPattern Beat, double Purity)
    {
        public Pattern Pattern => Beat.Pattern;
    }
}
