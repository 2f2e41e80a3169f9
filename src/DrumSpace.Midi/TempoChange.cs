namespace DrumSpace.Midi;

/// <summary>A tempo change.</summary>
/// <param name="Ticks">Its time, from the start of the file.</param>
/// <param name="MicrosecondsPerQuarter">1 to 16,777,215; 500,000 is 120 BPM.</param>
public readonly record struct TempoChange(long Ticks, int MicrosecondsPerQuarter)
{
    /// <summary>Quarter notes per minute.</summary>
    public double QuartersPerMinute => 60_000_000.0 / MicrosecondsPerQuarter;
}
