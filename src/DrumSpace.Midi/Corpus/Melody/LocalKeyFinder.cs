using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>Finds the key around each bar of a part, from the notes of a window and of the seven bars before and after it.</summary>
internal sealed class LocalKeyFinder
{
    private const int ContextBars = 7;
    private const int MaxNoteSteps = Pattern.StepsPerBar;
    private readonly Dictionary<long, double[]> _bars = [];

    /// <summary>
    /// Sums the durations of the pitch classes in each bar. A note counts in the bar where it begins, at most a bar long.
    /// </summary>
    public LocalKeyFinder(IEnumerable<PitchedPart> parts)
    {
        foreach (PitchedPart.GridNote note in parts.SelectMany(part => part.Notes))
        {
            long bar = note.Step / Pattern.StepsPerBar;
            if (!_bars.TryGetValue(bar, out double[]? durations))
            {
                _bars.Add(bar, durations = new double[12]);
            }

            durations[note.Number % 12] += Math.Min(note.End - note.Step, MaxNoteSteps);
        }
    }

    /// <summary>The key around a window.</summary>
    /// <param name="bar">The window's first bar.</param>
    public MusicalKey Around(long bar)
    {
        var sum = new double[12];
        for (long other = bar - ContextBars; other <= bar + 1 + ContextBars; other++)
        {
            if (_bars.TryGetValue(other, out double[]? durations))
            {
                for (int pitchClass = 0; pitchClass < sum.Length; pitchClass++)
                {
                    sum[pitchClass] += durations[pitchClass];
                }
            }
        }

        return KeyFinder.Find(sum);
    }
}
