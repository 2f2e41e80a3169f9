using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Programs;

/// <summary>
/// Chooses beats that are typical of their genre: of what the model plays at the points of its map, the beats that are near most of the
/// genre's patterns. Patterns that are near a chosen beat no longer count for the next, so that a few beats stand for the genre.
/// </summary>
/// <remarks>
/// Candidates pass the entropy filter and are loops: their two bars are alike. They differ from all beats of <see cref="BeatChooser"/> and
/// from each other by at least <see cref="BeatChooser.MinDistance"/> cells. The same bundle and folder give the same beats.
/// </remarks>
public static class EssentialChooser
{
    /// <summary>A pattern is near a beat from this F1 of their hits on.</summary>
    public const double Near = 0.75;

    /// <summary>In how many files of its genre there must be patterns near a typical beat.</summary>
    public const int FewestFiles = 2;

    /// <summary>The most beats of a genre.</summary>
    public const int MaxPerGenre = 9;

    // Cells by which the two bars of a loop differ at most.
    private const int MaxBarDistance = 3;

    /// <summary>Chooses the beats from a folder of MIDI files, in the order of <see cref="GenreCharacter.All"/>.</summary>
    /// <param name="bundle">A bundle with a map whose genres are Groove's.</param>
    /// <param name="folder">A folder of MIDI files with Groove's genres.</param>
    /// <exception cref="TrainingException">The bundle has no such map, or the folder cannot be read.</exception>
    public static IReadOnlyList<EssentialPattern> Choose(ModelBundle bundle, string folder)
    {
        IEnumerable<FilePatterns> files = TrainingDataReader.ReadFolder(folder).Where(file => file.Patterns.Count > 0);
        return Choose(bundle, files.ToLookup(file => file.File.Genre, file => file.Patterns));
    }

    /// <summary>Chooses the beats from patterns.</summary>
    /// <param name="bundle">A bundle with a map whose genres are Groove's.</param>
    /// <param name="files">The patterns of each file, at least one, by genre.</param>
    /// <exception cref="TrainingException">The bundle has no such map.</exception>
    public static IReadOnlyList<EssentialPattern> Choose(ModelBundle bundle, ILookup<string, IReadOnlyList<Pattern>> files)
    {
        MapPattern[] candidates = Candidates(bundle);
        List<Pattern> taken = [.. BeatChooser.Choose(bundle).Select(beat => beat.Pattern)];
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
        IEnumerable<MapPattern> beats = MapPattern.MapOf(bundle).Points.ToArray().Select(point => MapPattern.At(bundle, coder, point));
        return [.. beats.Where(beat => EntropyFilter.Passes(beat.Pattern) && IsLoop(beat.Pattern)).DistinctBy(beat => beat.Pattern)];
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
        double[] worths = Array.ConvertAll(patterns, item => 1.0 / (files.Length * files[item.File].Count));
        double[] left = [.. worths];
        int[][] near = [.. candidates.AsParallel().AsOrdered().Select(candidate =>
            Enumerable.Range(0, patterns.Length).Where(i => IsNear(candidate.Pattern, patterns[i].Pattern)).ToArray())];
        int Files(int candidate) => near[candidate].Select(i => patterns[i].File).Distinct().Count();
        int[] typical = [.. Enumerable.Range(0, candidates.Length).Where(candidate => Files(candidate) >= FewestFiles)];
        for (int number = 1; number <= MaxPerGenre; number++)
        {
            int[] open = [.. typical.Where(i => taken.All(other => other.DistanceTo(candidates[i].Pattern) >= BeatChooser.MinDistance))];
            double Gain(int candidate) => near[candidate].Sum(i => left[i]);
            if (open.Length == 0 || open.MaxBy(Gain) is var best && Gain(best) == 0)
            {
                return;
            }

            (Knobs knobs, Pattern pattern) = candidates[best];
            chosen.Add(new EssentialPattern(genre, $"{genre.Title} {number}", knobs, pattern, Files(best), near[best].Sum(i => worths[i])));
            taken.Add(pattern);
            foreach (int i in near[best])
            {
                left[i] = 0;
            }
        }
    }

    private static bool IsNear(in Pattern beat, in Pattern pattern) =>
        beat.DistanceTo(pattern) <= (1 - Near) * (beat.HitCount + pattern.HitCount);
}
