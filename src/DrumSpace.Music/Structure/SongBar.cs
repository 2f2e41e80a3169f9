using System.Numerics;

namespace DrumSpace.Music.Structure;

/// <summary>The onsets of a bar of 4/4 on the 16th grid: drum hits and notes. Filled once, then read; any thread.</summary>
public sealed class SongBar
{
    private readonly ushort[] _drums = new ushort[Pattern.StepsPerBar];
    private readonly UInt128[] _notes = new UInt128[Pattern.StepsPerBar];

    /// <summary>The number of drum hits.</summary>
    public int HitCount { get; private set; }

    /// <summary>The number of notes.</summary>
    public int NoteCount { get; private set; }

    /// <summary>Adds voices to a step.</summary>
    /// <param name="step">0 to 15.</param>
    /// <param name="voices">A mask: bit v set for voice v.</param>
    public void AddHits(int step, ushort voices)
    {
        HitCount += BitOperations.PopCount((uint)(voices & ~_drums[step]));
        _drums[step] |= voices;
    }

    /// <summary>Adds a note to a step; repeated notes count once.</summary>
    /// <param name="step">0 to 15.</param>
    /// <param name="number">A MIDI note, 0 to 127.</param>
    public void AddNote(int step, int number)
    {
        UInt128 bit = UInt128.One << number;
        NoteCount += (_notes[step] & bit) == 0 ? 1 : 0;
        _notes[step] |= bit;
    }

    /// <summary>
    /// The similarity of two bars: the mean of the Jaccard indices (intersection over union) of drums and notes, or one of them where both
    /// bars have no drums or no notes.
    /// </summary>
    /// <returns>0 to 1; 1 for two empty bars.</returns>
    public double SimilarityTo(SongBar other)
    {
        int hitsInBoth = 0, notesInBoth = 0;
        for (int step = 0; step < Pattern.StepsPerBar; step++)
        {
            hitsInBoth += BitOperations.PopCount((uint)(_drums[step] & other._drums[step]));
            notesInBoth += (int)UInt128.PopCount(_notes[step] & other._notes[step]);
        }

        int hits = HitCount + other.HitCount - hitsInBoth, notes = NoteCount + other.NoteCount - notesInBoth;
        double sum = (hits > 0 ? (double)hitsInBoth / hits : 0) + (notes > 0 ? (double)notesInBoth / notes : 0);
        int parts = (hits > 0 ? 1 : 0) + (notes > 0 ? 1 : 0);
        return parts == 0 ? 1 : sum / parts;
    }
}
