using DrumSpace.Inference.Groove;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>A trained groove: the network, and what the hits of a take have in common.</summary>
/// <param name="Network">The network.</param>
/// <param name="VelocityShares">The variance components of velocities.</param>
/// <param name="OffsetShares">Those of offsets.</param>
public sealed record GroovePlayer(GrooveNetwork Network, TakeShares VelocityShares, TakeShares OffsetShares)
{
    /// <summary>The numbers of a take of velocities, and of offsets.</summary>
    private const int Numbers = GrooveModel.TakeWidth / 2;

    // One window in five, which do not overlap: the shares are means over many pairs.
    private const int Stride = 5;

    /// <summary>Estimates the shares of a network on its training windows.</summary>
    public static GroovePlayer Of(GrooveNetwork network, IReadOnlyList<PlayedPattern> windows)
    {
        PlayedPattern[] chosen = [.. windows.Where((_, index) => index % Stride == 0)];
        List<(int Cell, float Score)[]> velocities = [], offsets = [];
        foreach ((PlayedPattern window, GrooveDistribution distribution) in chosen.Zip(network.Predict(chosen)))
        {
            velocities.Add([.. window.Hits.Select(hit => (hit.Cell, distribution.ScoreOfVelocity(hit.Cell, hit.Velocity)))]);
            offsets.Add([.. window.Hits.Select(hit => (hit.Cell, distribution.ScoreOfOffset(hit.Cell, hit.Offset)))]);
        }

        return new GroovePlayer(network, TakeShares.Estimate(velocities), TakeShares.Estimate(offsets));
    }

    /// <summary>Plays windows, each in its take.</summary>
    /// <param name="windows">Patterns and tempos.</param>
    /// <param name="takeOf">The take of a window, by its index.</param>
    /// <returns>For each window the velocities and offsets of its cells.</returns>
    public IEnumerable<(float[] Velocities, float[] Offsets)> Play(IReadOnlyList<PlayedPattern> windows, Func<int, GrooveTake> takeOf)
    {
        float[] take = new float[GrooveModel.TakeWidth];
        foreach ((int index, GrooveDistribution distribution) in Network.Predict(windows).Index())
        {
            takeOf(index).Write(take);
            float[] velocityScores = VelocityShares.Scores(take.AsSpan(0, Numbers)), offsetScores = OffsetShares.Scores(take.AsSpan(Numbers));
            yield return (
                [.. Enumerable.Range(0, Pattern.CellCount).Select(cell => distribution.VelocityOf(cell, velocityScores[cell]))],
                [.. Enumerable.Range(0, Pattern.CellCount).Select(cell => distribution.OffsetOf(cell, offsetScores[cell]))]);
        }
    }
}
