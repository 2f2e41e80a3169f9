using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>
/// The distances from patterns to those of other files: a pattern that is close to several other files is typical. Patterns of the same
/// file are ignored, because a song resembles itself.
/// </summary>
public static class FileNeighbours
{
    /// <summary>The Hamming distance from each pattern to its k-th nearest file, without its own.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="files">The number of each pattern's file.</param>
    /// <param name="rank">k, from 1; the farthest file where there are fewer.</param>
    /// <returns>The distance of each pattern, 0 to 448; 449 where there is no other file.</returns>
    /// <remarks>A file's distance is that of its nearest pattern. Compares all pairs, on all cores: 20,000 patterns take 1 to 2
    /// seconds.</remarks>
    public static int[] Distances(Pattern[] patterns, ReadOnlySpan<int> files, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(files.Length, patterns.Length, nameof(files));
        var numbers = new Dictionary<int, int>();
        var ids = new int[files.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            numbers.TryAdd(files[i], numbers.Count);
            ids[i] = numbers[files[i]];
        }

        var distances = new int[patterns.Length];
        Parallel.For(0, patterns.Length, () => new int[numbers.Count], (i, _, nearest) =>
        {
            distances[i] = OfPattern(i, patterns, ids, rank, nearest);
            return nearest;
        }, _ => { });
        return distances;
    }

    private static int OfPattern(int at, Pattern[] patterns, int[] ids, int rank, int[] nearest)
    {
        const int None = Pattern.CellCount + 1;
        Array.Fill(nearest, None);
        ref readonly Pattern pattern = ref patterns[at];
        for (int j = 0; j < patterns.Length; j++)
        {
            ref int known = ref nearest[ids[j]];
            known = Math.Min(known, pattern.DistanceTo(patterns[j]));
        }

        nearest[ids[at]] = None;
        Array.Sort(nearest);
        return nearest[Math.Max(0, Math.Min(rank, nearest.Length - 1) - 1)];
    }
}
