using DrumSpace.Midi.Songs;
using DrumSpace.Music.Structure;

namespace DrumSpace.Training.Structure;

/// <summary>A song, its self-similarity and its structure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Similarity">The similarity of each pair of bars.</param>
/// <param name="Structure">The figures.</param>
/// <param name="Marks">The bars, from 0, at which sections begin, and their names; empty when not known.</param>
public sealed record MeasuredSong(
    string Name, SelfSimilarity Similarity, SongStructure Structure, IReadOnlyList<(int Bar, string Text)> Marks)
{
    /// <summary>Measures a song.</summary>
    /// <returns>Null when it has fewer than <see cref="SongStructure.MinBars"/> bars of 4/4.</returns>
    public static MeasuredSong? Of(string name, SongBars song)
    {
        ArgumentNullException.ThrowIfNull(song);
        if (song.Bars.Count < SongStructure.MinBars)
        {
            return null;
        }

        SelfSimilarity similarity = SelfSimilarity.Of(song.Bars);
        return new MeasuredSong(name, similarity, SongStructure.Of(similarity), song.Marks);
    }

    /// <summary>The same bars in random order: a baseline without structure.</summary>
    /// <param name="seed">Equal seeds give equal orders.</param>
    public MeasuredSong Shuffled(ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, Similarity.Size)];
        new SeededRandom(seed).Shuffle<int>(order);
        SelfSimilarity similarity = Similarity.Reordered(order);
        return new MeasuredSong(Name, similarity, SongStructure.Of(similarity), []);
    }
}
