namespace DrumSpace.Music.Capture;

/// <summary>A time signature of captured bars.</summary>
/// <param name="Ticks">Where it begins, in ticks from the clip's start.</param>
/// <param name="Numerator">Beats in a bar, 1 to 64.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 64.</param>
public readonly record struct CaptureSignature(long Ticks, int Numerator, int Denominator);
