using DrumSpace.Music.Structure;

namespace DrumSpace.Training.Structure;

/// <summary>Songs of one origin.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Songs">The songs; at least one.</param>
public sealed record SongGroup(string Name, IReadOnlyList<MeasuredSong> Songs)
{
    /// <summary>The name and, for several songs, their number.</summary>
    public string Title => Songs.Count == 1 ? Name : $"{Name} ({Songs.Count})";

    /// <summary>
    /// How well a figure separates these songs from others: the probability that it is larger for one of these than for one of those, with
    /// ties as one half (the area under the ROC curve, Mann and Whitney 1947).
    /// </summary>
    /// <param name="figure">Takes the figure.</param>
    /// <param name="others">The others.</param>
    /// <returns>0.5 for no separation, 0 or 1 for complete separation.</returns>
    public double ExceedsAnother(Func<SongStructure, double> figure, SongGroup others)
    {
        double[] theirs = [.. others.Songs.Select(song => figure(song.Structure))];
        double wins = Songs.Select(song => figure(song.Structure))
            .Sum(own => theirs.Sum(other => own > other ? 1 : own == other ? 0.5 : 0));
        return wins / ((double)Songs.Count * theirs.Length);
    }

    /// <summary>The similarity of bars by lag, as the mean over the songs that are longer than the lag by a third or more.</summary>
    /// <param name="lags">The largest lag.</param>
    /// <returns>The mean for each lag from 1 on, up to the last that a song has.</returns>
    public IReadOnlyList<double> SimilarityByLag(int lags)
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
