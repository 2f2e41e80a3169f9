namespace DrumSpace.Midi.Corpus;

/// <summary>The 16th grid from a bar line on. Notes belong to the nearest step; halves round up.</summary>
/// <param name="Start">The bar line, in ticks.</param>
/// <param name="TicksPerQuarter">At least 1.</param>
internal readonly record struct StepGrid(long Start, int TicksPerQuarter)
{
    // In eighths of a tick, so that half a step is a whole number.
    private long StepLength => 2L * TicksPerQuarter;

    /// <summary>Whether a note belongs to a step before the bar line.</summary>
    public bool IsBefore(long ticks) => Position(ticks) < 0;

    /// <summary>The step of a note, from 0 at the bar line; for notes that are not before it.</summary>
    public long StepOf(long ticks) => Position(ticks) / StepLength;

    /// <summary>The distance of a note from its step, in steps: from -0.5 (early) to below 0.5 (late).</summary>
    public float OffsetOf(long ticks) => (float)((double)(Position(ticks) % StepLength) / StepLength - 0.5);

    // From half a step before the bar line.
    private long Position(long ticks) => 8 * (ticks - Start) + TicksPerQuarter;
}
