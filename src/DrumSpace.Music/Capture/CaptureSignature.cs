namespace DrumSpace.Music.Capture;

/// <summary>The time signature of bars that were heard, from a place on.</summary>
/// <param name="Ticks">The place, in ticks from the clip's start.</param>
/// <param name="Numerator">Beats in a bar, 1 to 64.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 64.</param>
public readonly record struct CaptureSignature(long Ticks, int Numerator, int Denominator);
