namespace DrumSpace.Midi;

/// <summary>A change of the time signature.</summary>
/// <param name="Ticks">Its time, from the start of the file.</param>
/// <param name="Numerator">1 to 255.</param>
/// <param name="Denominator">A power of two.</param>
public readonly record struct TimeSignature(long Ticks, int Numerator, int Denominator);
