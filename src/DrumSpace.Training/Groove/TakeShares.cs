using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>
/// What the hits of a take have in common: the shares of the variance of a hit's normal score that come from numbers of the take, of the
/// voice in it, of the place in the bar, and of the cell alone. A Gaussian copula with these variance components: each hit keeps the
/// distribution that the network gives it.
/// </summary>
/// <param name="Take">The share that all hits have in common.</param>
/// <param name="Voice">The further share that the hits of a voice have in common.</param>
/// <param name="Place">The further share that the hits of a voice at the same place of the two bars have in common.</param>
public sealed record TakeShares(double Take, double Voice, double Place)
{
    /// <summary>The share of the cell alone.</summary>
    public double Cell => Math.Max(0, 1 - Take - Voice - Place);

    /// <summary>Estimates the shares from the scores of performances, by the covariances of their pairs of hits.</summary>
    /// <param name="takes">The cells and normal scores of the hits of each take.</param>
    public static TakeShares Estimate(IEnumerable<IReadOnlyList<(int Cell, float Score)>> takes)
    {
        double squares = 0;
        long hits = 0;
        var sums = new (double Products, long Pairs)[3];
        foreach (IReadOnlyList<(int Cell, float Score)> take in takes)
        {
            squares += take.Sum(hit => (double)hit.Score * hit.Score);
            hits += take.Count;
            Add(take, sums);
        }

        double variance = squares / Math.Max(hits, 1);
        double Covariance(int kind) => sums[kind].Pairs > 0 && variance > 0 ? sums[kind].Products / sums[kind].Pairs / variance : 0;
        double takeShare = Math.Clamp(Covariance(0), 0, 1);
        double voiceShare = Math.Clamp(Covariance(1), takeShare, 1);
        double placeShare = Math.Clamp(Covariance(2), voiceShare, 1);
        return new TakeShares(takeShare, voiceShare - takeShare, placeShare - voiceShare);
    }

    /// <summary>Makes the normal scores of a take's cells.</summary>
    /// <param name="numbers">Standard normal: one of the take, one a voice, one a place, one a cell.</param>
    /// <returns>448 scores.</returns>
    public float[] Scores(ReadOnlySpan<float> numbers)
    {
        float take = (float)Math.Sqrt(Take), voice = (float)Math.Sqrt(Voice), place = (float)Math.Sqrt(Place), own = (float)Math.Sqrt(Cell);
        float[] scores = new float[Pattern.CellCount];
        for (int cell = 0; cell < scores.Length; cell++)
        {
            scores[cell] = take * numbers[0] + voice * numbers[VoiceIndex(cell)] + place * numbers[PlaceIndex(cell)]
                + own * numbers[CellIndex(cell)];
        }

        return scores;
    }

    /// <summary>The index of a cell's voice among a take's numbers.</summary>
    internal static int VoiceIndex(int cell) => 1 + cell % Pattern.VoiceCount;

    /// <summary>The index of a cell's place in the bar.</summary>
    internal static int PlaceIndex(int cell) => 1 + Pattern.VoiceCount + cell % (Pattern.CellCount / 2);

    /// <summary>The index of a cell's own number.</summary>
    internal static int CellIndex(int cell) => 1 + Pattern.VoiceCount + Pattern.CellCount / 2 + cell;

    // By how much two hits have in common: the take, the voice, the place.
    private static void Add(IReadOnlyList<(int Cell, float Score)> take, (double Products, long Pairs)[] sums)
    {
        for (int i = 0; i < take.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (int a, int b) = (take[i].Cell, take[j].Cell);
                int kind = PlaceIndex(a) == PlaceIndex(b) ? 2 : VoiceIndex(a) == VoiceIndex(b) ? 1 : 0;
                sums[kind].Products += take[i].Score * take[j].Score;
                sums[kind].Pairs++;
            }
        }
    }
}
