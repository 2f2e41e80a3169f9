using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Fills;

/// <summary>Tells fills from other bars by the nearest training bar (Hamming distance), of as many fills as other bars.</summary>
internal sealed class FillClassifier
{
    private readonly Pattern[] _fills;
    private readonly Pattern[] _others;

    /// <summary>Takes the training bars.</summary>
    public FillClassifier(FillData data)
    {
        _fills = [.. data.Training.Select(example => PatternBars.SecondAlone(example.Filled)).Distinct()];
        Pattern[] others = [.. Others(data.Beats, data.Training)];
        new SeededRandom(1).Shuffle<Pattern>(others);
        int count = Math.Min(others.Length, _fills.Length);
        _others = others[..count];
        _fills = _fills[..count];
    }

    /// <summary>The different second bars of patterns that are neither silent nor known as fills.</summary>
    public static IEnumerable<Pattern> Others(IReadOnlyList<Pattern> patterns, IReadOnlyList<FillExample> fills)
    {
        HashSet<Pattern> known = [.. fills.Select(example => PatternBars.SecondAlone(example.Filled)), default];
        return patterns.Select(pattern => PatternBars.SecondAlone(pattern)).Where(known.Add);
    }

    /// <summary>The share of bars whose nearest training bar is a fill; where both are as near, a half.</summary>
    public double ShareOfFills(Pattern[] bars)
    {
        int[] fills = HammingNeighbours.Nearest(bars, _fills), others = HammingNeighbours.Nearest(bars, _others);
        return fills.Zip(others, (fill, other) => fill < other ? 1 : fill == other ? 0.5 : 0).Average();
    }
}
