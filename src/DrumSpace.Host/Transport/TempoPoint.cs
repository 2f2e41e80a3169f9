namespace DrumSpace.Host;

/// <summary>A tempo from a position on.</summary>
/// <param name="Ppq">Where it begins, in quarter notes from 0.</param>
/// <param name="Bpm">Quarter notes a minute.</param>
/// <param name="RampsToNext">Whether the tempo moves evenly over the quarters to the next point's, instead of holding.</param>
public readonly record struct TempoPoint(double Ppq, double Bpm, bool RampsToNext = false);
