using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Map;

/// <summary>Patterns of MIDI folders with where each comes from.</summary>
/// <param name="Patterns">Patterns of two bars that pass the entropy filter; none comes twice.</param>
/// <param name="Genres">The names of all genres, sorted.</param>
/// <param name="Labels">One index into <paramref name="Genres"/> a pattern; of a pattern that several files have, the first file's.</param>
/// <param name="Sources">One number a pattern: the MIDI file it is from, the same for all patterns of a file.</param>
public sealed record GenreBeats(Pattern[] Patterns, IReadOnlyList<string> Genres, byte[] Labels, int[] Sources)
{
    private const int MaxGenres = byte.MaxValue;

    /// <summary>Takes patterns from all files' patterns.</summary>
    /// <param name="folders">MIDI folders, as they are read for training; files that cannot be read are left out.</param>
    /// <param name="count">How many patterns to take, at random; all when there are not so many.</param>
    /// <param name="seed">Of the choice.</param>
    /// <exception cref="TrainingException">
    /// A folder is missing, unreadable or without MIDI files, or there are more than 255 genres.
    /// </exception>
    public static GenreBeats Read(IReadOnlyList<string> folders, int count, ulong seed)
    {
        HashSet<Pattern> known = [];
        List<(Pattern Pattern, string Genre, int Source)> all = [];
        int source = 0;
        foreach (FilePatterns file in folders.SelectMany(folder => TrainingDataReader.ReadFolder(folder)))
        {
            foreach (Pattern pattern in file.Patterns)
            {
                if (EntropyFilter.Passes(pattern) && known.Add(pattern))
                {
                    all.Add((pattern, file.File.Genre, source));
                }
            }

            source++;
        }

        int[] chosen = [.. Enumerable.Range(0, all.Count)];
        new SeededRandom(seed).Shuffle<int>(chosen);
        Array.Sort(chosen = chosen[..Math.Min(count, chosen.Length)]);
        string[] genres = [.. chosen.Select(i => all[i].Genre).Distinct().Order(StringComparer.Ordinal)];
        if (genres.Length > MaxGenres)
        {
            throw new TrainingException(
                $"{string.Join(", ", folders)}: {genres.Length} folders or styles stand for genres, and a map shows at most {MaxGenres}");
        }

        return new GenreBeats(
            Array.ConvertAll(chosen, i => all[i].Pattern),
            genres,
            Array.ConvertAll(chosen, i => (byte)Array.IndexOf(genres, all[i].Genre)),
            Array.ConvertAll(chosen, i => all[i].Source));
    }
}
