using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Map;

/// <summary>Patterns of MIDI folders with their genres and files.</summary>
/// <param name="Patterns">Distinct patterns of two bars that pass the entropy filter.</param>
/// <param name="Genres">The names of all genres, sorted.</param>
/// <param name="Labels">The genre of each pattern, an index into <paramref name="Genres"/>; the first file's if several files have
/// it.</param>
/// <param name="Sources">The number of the MIDI file of each pattern.</param>
public sealed record GenrePatterns(Pattern[] Patterns, IReadOnlyList<string> Genres, byte[] Labels, int[] Sources)
{
    private const int MaxGenres = byte.MaxValue;

    /// <summary>Reads a random sample of the patterns of the training and the held-out files.</summary>
    /// <param name="folders">MIDI folders, as for training; files that cannot be read are skipped.</param>
    /// <param name="count">The number of patterns; all if there are fewer.</param>
    /// <param name="seed">The seed of the sample.</param>
    /// <param name="reading">How the folders are read; null for the defaults.</param>
    /// <exception cref="TrainingException">
    /// A folder is missing, unreadable or without MIDI files, or there are more than 255 genres.
    /// </exception>
    public static GenrePatterns Read(IReadOnlyList<string> folders, int count, ulong seed, CorpusReading? reading = null)
    {
        HashSet<Pattern> known = [];
        List<(Pattern Pattern, string Genre, int Source)> all = [];
        int source = 0;
        foreach (FilePatterns file in folders.SelectMany(folder => TrainingDataReader.ReadFolder(folder, reading)))
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
                $"{string.Join(", ", folders)}: {genres.Length} genres (folders or styles), and a map has at most {MaxGenres}");
        }

        return new GenrePatterns(
            Array.ConvertAll(chosen, i => all[i].Pattern),
            genres,
            Array.ConvertAll(chosen, i => (byte)Array.IndexOf(genres, all[i].Genre)),
            Array.ConvertAll(chosen, i => all[i].Source));
    }
}
