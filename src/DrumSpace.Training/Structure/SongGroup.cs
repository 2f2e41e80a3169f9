using DrumSpace.Music.Structure;

namespace DrumSpace.Training.Structure;

/// <summary>Songs of one origin.</summary>
/// <param name="Name">What they are called together.</param>
/// <param name="Songs">The songs; at least one.</param>
public sealed record SongGroup(string Name, IReadOnlyList<MeasuredSong> Songs)
{
    /// <summary>The name and, of several songs, their number.</summary>
    public string Title => Songs.Count == 1 ? Name : $"{Name} ({Songs.Count})";

    /// <summary>
    /// How well a figure tells these songs from others: the chance that one of these has more of it than one of those, ties counting half
    /// (the area under the ROC curve, Mann and Whitney 1947).
    /// </summary>
    /// <param name="figure">Takes the figure.</param>
    /// <param name="others">The others.</param>
    /// <returns>0.5 when it does not tell them apart at all, 0 or 1 when it always does.</returns>
    public double ExceedsAnother(Func<SongStructure, double> figure, SongGroup others)
    {
        double[] theirs = [.. others.Songs.Select(song => figure(song.Structure))];
        double wins = Songs.Select(song => figure(song.Structure)).Sum(mine => theirs.Sum(other => mine > other ? 1 : mine == other ? 0.5 : 0));
        return wins / ((double)Songs.Count * theirs.Length);
    }

    /// <summary>How alike bars are at each lag, on the mean of the songs that are longer than it by a third or more.</summary>
    /// <param name="lags">1 to this.</param>
    /// <returns>For each lag the mean, up to the last that a song has.</returns>
    public IReadOnlyList<double> LikenessByLag(int lags)
    {
        List<double> means = [];
        for (int lag = 1; lag <= lags; lag++)
        {
            SelfSimilarity[] longer = [.. Songs.Select(song => song.Similarity).Where(song => song.Size * 3 >= lag * 4)];
            if (longer.Length == 0)
            {
                break;
            }

            means.Add(longer.Average(song => song.AtLag(lag)));
        }

        return means;
    }
}
