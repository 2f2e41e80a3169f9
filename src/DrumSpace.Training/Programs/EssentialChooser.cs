using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Programs;

/// <summary>
/// Chooses patterns that are typical of their genre: greedily, of the patterns decoded at the points of a model's map, the one that is near
/// the most of the genre's patterns that no chosen one is near (maximum coverage), so that a few patterns represent the genre.
/// </summary>
/// <remarks>
/// Candidates pass the entropy filter and are loops: their two bars are nearly equal. They differ from all patterns of
/// <see cref="ProgramChooser"/> and from each other by at least <see cref="ProgramChooser.MinDistance"/> cells. The same bundle and folder
/// give the same patterns.
/// </remarks>
public static class EssentialChooser
{
    /// <summary>The F1 of their hits from which on two patterns are near each other.</summary>
    public const double Near = 0.75;

    /// <summary>The number of files of the genre that must have a pattern near a typical one.</summary>
    public const int MinFiles = 2;

    /// <summary>The maximum number of patterns of a genre.</summary>
    public const int MaxPerGenre = 9;

    // The maximum Hamming distance of the two bars of a loop.
    private const int MaxBarDistance = 3;

    /// <summary>Chooses patterns by a folder of MIDI files, in the order of <see cref="GenreCharacter.All"/>.</summary>
    /// <param name="bundle">A bundle with a map whose genres are Groove's.</param>
    /// <param name="folder">A folder of MIDI files with Groove's genres.</param>
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <exception cref="TrainingException">The bundle has no such map, or the folder cannot be read.</exception>
    public static IReadOnlyList<EssentialPattern> Choose(ModelBundle bundle, string folder, CorpusReading? reading = null)
    {
        IEnumerable<FilePatterns> files = TrainingDataReader.ReadFolder(folder, reading).Where(file => file.Patterns.Count > 0);
        return Choose(bundle, files.ToLookup(file => file.File.Genre, file => file.Patterns));
    }

    /// <summary>Chooses patterns by the patterns of files.</summary>
    /// <param name="bundle">A bundle with a map whose genres are Groove's.</param>
    /// <param name="files">The patterns of each file, at least one, by genre.</param>
    /// <exception cref="TrainingException">The bundle has no such map.</exception>
    public static IReadOnlyList<EssentialPattern> Choose(ModelBundle bundle, ILookup<string, IReadOnlyList<Pattern>> files)
    {
        MapPattern[] candidates = Candidates(bundle);
        List<Pattern> taken = [.. ProgramChooser.Choose(bundle).Select(program => program.Pattern)];
        List<EssentialPattern> chosen = [];
        foreach (GenreCharacter genre in GenreCharacter.All)
        {
            AddBest(genre, candidates, [.. files[genre.Label]], taken, chosen);
        }

        return chosen;
    }

    private static MapPattern[] Candidates(ModelBundle bundle)
    {
        using BundleCoder coder = new(bundle);
        IEnumerable<MapPattern> decoded = MapPattern.MapOf(bundle).Points.ToArray().Select(point => MapPattern.At(bundle, coder, point));
        return [.. decoded.Where(one => EntropyFilter.Passes(one.Pattern) && IsLoop(one.Pattern)).DistinctBy(one => one.Pattern)];
    }

    private static bool IsLoop(in Pattern pattern)
    {
        ReadOnlySpan<ushort> bar = pattern.Masks[..(Pattern.StepCount / 2)];
        return new Pattern([.. bar, .. bar]).DistanceTo(pattern) <= MaxBarDistance;
    }

    private static void AddBest(
        GenreCharacter genre, MapPattern[] candidates, IReadOnlyList<Pattern>[] files, List<Pattern> taken, List<EssentialPattern> chosen)
    {
        (Pattern Pattern, int File)[] patterns = [.. files.SelectMany((file, number) => file.Select(pattern => (pattern, number)))];
        double[] weights = Array.ConvertAll(patterns, item => 1.0 / (files.Length * files[item.File].Count));
        double[] left = [.. weights];
        int[][] near = [.. candidates.AsParallel().AsOrdered().Select(candidate =>
            Enumerable.Range(0, patterns.Length).Where(i => IsNear(candidate.Pattern, patterns[i].Pattern)).ToArray())];
        int Files(int candidate) => near[candidate].Select(i => patterns[i].File).Distinct().Count();
        int[] typical = [.. Enumerable.Range(0, candidates.Length).Where(candidate => Files(candidate) >= MinFiles)];
        for (int number = 1; number <= MaxPerGenre; number++)
        {
            int[] open = [.. typical.Where(i => taken.All(other => other.DistanceTo(candidates[i].Pattern) >= ProgramChooser.MinDistance))];
            double Gain(int candidate) => near[candidate].Sum(i => left[i]);
            if (open.Length == 0 || open.MaxBy(Gain) is var best && Gain(best) == 0)
            {
                return;
            }

            (Knobs knobs, Pattern pattern) = candidates[best];
            double share = near[best].Sum(i => weights[i]);
            chosen.Add(new EssentialPattern(genre, $"{genre.Title} {number}", knobs, pattern, Files(best), share));
            taken.Add(pattern);
            foreach (int i in near[best])
            {
                left[i] = 0;
            }
        }
    }

    private static bool IsNear(in Pattern one, in Pattern other) =>
        one.DistanceTo(other) <= (1 - Near) * (one.HitCount + other.HitCount);
}
