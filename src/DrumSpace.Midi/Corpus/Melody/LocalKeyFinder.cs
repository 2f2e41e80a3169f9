using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>The key around each bar of a part: what is played from seven bars before a window's middle to seven after it decides.</summary>
internal sealed class LocalKeyFinder
{
    private const int BarsAround = 7;
    private const int LongestNote = FourFourPart.StepsPerBar;
    private readonly SortedDictionary<long, double[]> _bars = [];

    /// <summary>Sums up how long each pitch class sounds in each bar. A note counts in the bar where it begins, a bar long at most.</summary>
    public LocalKeyFinder(IEnumerable<PitchedPart> parts)
    {
        foreach (PitchedPart.GridNote note in parts.SelectMany(part => part.Notes))
        {
            long bar = note.Step / FourFourPart.StepsPerBar;
            if (!_bars.TryGetValue(bar, out double[]? durations))
            {
                _bars.Add(bar, durations = new double[12]);
            }

            durations[note.Number % 12] += Math.Min(note.End - note.Step, LongestNote);
        }
    }

    /// <summary>The key around a window.</summary>
    /// <param name="bar">The window's first bar.</param>
    public MusicalKey Around(long bar)
    {
        var sum = new double[12];
        for (long other = bar - BarsAround; other <= bar + 1 + BarsAround; other++)
        {
            if (_bars.TryGetValue(other, out double[]? durations))
            {
                for (int tone = 0; tone < sum.Length; tone++)
                {
                    sum[tone] += durations[tone];
                }
            }
        }

        return KeyFinder.Find(sum);
    }
}
