namespace DrumSpace.Midi.Corpus;

/// <summary>
/// Finds the swing of played 16ths: the median place of the second steps in their pairs, where it is clear. It is clear if at least eight
/// notes lie near it, nearly all others on the first steps, and it is later than straight playing would be.
/// </summary>
internal static class SwingFinder
{
    /// <summary>The swing of straight 16ths.</summary>
    public const double Straight = 0.5;

    private const double Max = 0.75;
    private const double MinClear = 0.54;
    private const double Earliest = 0.4;
    private const double Latest = 0.85;
    private const double Width = 0.06;
    private const int MinNotes = 8;
    private const double MinShare = 0.9;

    /// <summary>Finds the swing.</summary>
    /// <param name="places">The places of all notes in their pairs of steps, from 0 to below 1.</param>
    /// <returns>0.5 (straight, or not clear) to 0.75.</returns>
    public static double Find(IReadOnlyCollection<double> places)
    {
        double[] second = [.. places.Where(place => place is >= Earliest and <= Latest).Order()];
        if (second.Length < MinNotes)
        {
            return Straight;
        }

        double median = second[second.Length / 2];
        int near = places.Count(place => Math.Abs(place - median) <= Width || place <= Width || place >= 1 - Width);
        bool isClear = median >= MinClear && near >= MinShare * places.Count
            && second.Count(place => Math.Abs(place - median) <= Width) >= Math.Max(MinNotes, MinShare * second.Length);
        return isClear ? Math.Min(median, Max) : Straight;
    }
}
