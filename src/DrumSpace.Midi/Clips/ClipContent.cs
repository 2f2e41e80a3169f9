using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Clips;

/// <summary>What a MIDI clip holds.</summary>
/// <param name="Pattern">Its most typical two bars.</param>
/// <param name="Swing">The first step's share of a pair of 16ths, 0.5 (straight, or not clear) to 0.75.</param>
/// <param name="Tally">What became of its notes.</param>
public sealed record ClipContent(Pattern Pattern, double Swing, ReadingTally Tally)
{
    /// <summary>Whether its 16ths are clearly swung.</summary>
    public bool IsSwung => Swing > SwingFinder.Straight;
}
