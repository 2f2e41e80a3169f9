namespace DrumSpace.Midi.Corpus;

/// <summary>The 16th grid from a bar line on. Notes belong to the nearest step; halves round up.</summary>
/// <param name="Start">The bar line, in ticks.</param>
/// <param name="TicksPerQuarter">At least 1.</param>
/// <param name="Swing">The first step's share of a pair of steps, from 0.5 (straight) to 0.75.</param>
internal readonly record struct StepGrid(long Start, int TicksPerQuarter, double Swing = SwingFinder.Straight)
{
    // In eighths of a tick, so that half a step is a whole number.
    private long StepLength => 2L * TicksPerQuarter;

    /// <summary>Whether a note belongs to a step before the bar line.</summary>
    public bool IsBefore(long ticks) => Swing == SwingFinder.Straight ? Position(ticks) < 0 : StepOf(ticks) < 0;

    /// <summary>The step of a note, from 0 at the bar line; of a straight grid for notes that are not before it.</summary>
    public long StepOf(long ticks)
    {
        if (Swing == SwingFinder.Straight)
        {
            return Position(ticks) / StepLength;
        }

        double pairs = PairsOf(ticks), pair = Math.Floor(pairs), place = pairs - pair;
        return (2 * (long)pair) + (place < Swing / 2 ? 0 : place < (1 + Swing) / 2 ? 1 : 2);
    }

    /// <summary>The distance of a note from its step, in straight steps: on a straight grid -0.5 (early) to below 0.5 (late).</summary>
    public float OffsetOf(long ticks)
    {
        if (Swing == SwingFinder.Straight)
        {
            return (float)((double)(Position(ticks) % StepLength) / StepLength - 0.5);
        }

        long step = StepOf(ticks);
        return (float)(2 * (PairsOf(ticks) - (step >> 1) - ((step & 1) * Swing)));
    }

    /// <summary>The position of a note in its pair of steps, from 0 to below 1.</summary>
    public double PlaceInPair(long ticks) => PairsOf(ticks) - Math.Floor(PairsOf(ticks));

    private double PairsOf(long ticks) => (ticks - Start) / (TicksPerQuarter / 2.0);

    // From half a step before the bar line.
    private long Position(long ticks) => 8 * (ticks - Start) + TicksPerQuarter;
}
