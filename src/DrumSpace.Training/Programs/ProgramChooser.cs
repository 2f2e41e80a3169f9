using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Programs;

/// <summary>
/// Chooses a model's programs among the points of its map: for each genre the points with the most neighbours of their genre, the most
/// typical patterns, and the largest distance from the programs chosen before. The same bundle gives the same programs.
/// </summary>
/// <remarks>
/// A point is a candidate if its decoded pattern passes the entropy filter, has a number of hits within the middle four fifths of its
/// genre, at least two hits of the bass drum, and at least three voices. Its knobs are rounded to thousandths before it is decoded.
/// </remarks>
public static class ProgramChooser
{
    /// <summary>The minimum Hamming distance of two programs.</summary>
    public const int MinDistance = 8;

    /// <summary>The number of neighbours of <see cref="ChosenProgram.GenreAccuracy"/>.</summary>
    public const int NeighbourCount = 24;

    // The distance from which on patterns count as completely different.
    private const int FarDistance = 20;
    private const double RareShare = 0.1;
    private const int MinKicks = 2;
    private const int MinVoices = 3;

    /// <summary>Chooses the programs, in the order of <see cref="GenreCharacter.All"/>.</summary>
    /// <param name="bundle">A bundle with a map whose genres are Groove's.</param>
    /// <exception cref="TrainingException">It has no map, or too few points of these genres.</exception>
    public static IReadOnlyList<ChosenProgram> Choose(ModelBundle bundle)
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
        List<ChosenProgram> chosen = [];
        foreach (GenreCharacter genre in GenreCharacter.All)
        {
            List<Candidate> candidates = [];
            foreach ((int index, MapPoint point) in points.Index().Where(item => map.Genres[item.Item.Genre] == genre.Label))
            {
                int same = neighbours.Of(index).ToArray().Count(other => points[other].Genre == point.Genre);
                candidates.Add(new Candidate(MapPattern.At(bundle, coder, point), (double)same / NeighbourCount));
            }

            AddBest(genre, Eligible(candidates), chosen);
        }

        return chosen;
    }

    private static Candidate[] Eligible(List<Candidate> candidates)
    {
        int[] counts = [.. candidates.Select(candidate => candidate.Pattern.HitCount).Order()];
        int rare = (int)(counts.Length * RareShare);
        bool IsUsual(in Pattern pattern) => pattern.HitCount >= counts[rare] && pattern.HitCount <= counts[^(rare + 1)];
        return [.. candidates.Where(candidate =>
            IsUsual(candidate.Pattern) && EntropyFilter.Passes(candidate.Pattern) && IsKit(candidate.Pattern))];
    }

    private static bool IsKit(Pattern pattern) =>
        PatternTrait.Count(pattern, Voice.BassDrum) >= MinKicks
        && Enum.GetValues<Voice>().Count(voice => PatternTrait.Count(pattern, voice) > 0) >= MinVoices;

    // The next program has the largest sum of three ratios: genre accuracy, relative to the genre's best; similarity, relative to the
    // genre's most typical pattern, which has the least mean distance to the others; and distance from the programs before. The first one
    // of ties.
    private static void AddBest(GenreCharacter genre, Candidate[] candidates, List<ChosenProgram> chosen)
    {
        double bestAccuracy = Math.Max(candidates.Select(candidate => candidate.GenreAccuracy).DefaultIfEmpty().Max(), 1e-9);
        double[] differences = Array.ConvertAll(
            candidates, one => Math.Max(candidates.Average(other => other.Pattern.DistanceTo(one.Pattern)), 1e-9));
        double least = differences.DefaultIfEmpty().Min();
        HashSet<string> words = [];
        for (int number = 1; number <= genre.Count; number++)
        {
            (Candidate Candidate, double Score)? best = null;
            foreach ((int index, Candidate candidate) in candidates.Index())
            {
                int distance = chosen.Select(other => other.Pattern.DistanceTo(candidate.Pattern)).Append(FarDistance).Min();
                double score = (candidate.GenreAccuracy / bestAccuracy) + (least / differences[index]) + ((double)distance / FarDistance);
                if (distance >= MinDistance && (best == null || score > best.Value.Score))
                {
                    best = (candidate, score);
                }
            }

            if (best == null)
            {
                return;
            }

            Candidate next = best.Value.Candidate;
            PatternWord[] fitting = [.. PatternWord.Of(next.Pattern)];
            PatternWord word = fitting.FirstOrDefault(word => words.Add(word.Text)) ?? fitting[0];
            string name = $"{genre.Title} {number} {word.Text}";
            chosen.Add(new ChosenProgram(genre, name, next.MapPattern.Knobs, next.Pattern, next.GenreAccuracy));
        }
    }

    private sealed record Candidate(MapPattern MapPattern, double GenreAccuracy)
    {
        public Pattern Pattern => MapPattern.Pattern;
    }
}
