namespace DrumSpace.Host.Live;

/// <summary>A place in the song in musical terms.</summary>
/// <param name="Ppq">Quarters from the song's start; may be negative.</param>
/// <param name="Tempo">Quarters per minute.</param>
/// <param name="Numerator">Beats of a bar.</param>
/// <param name="Denominator">The beat's note value.</param>
public readonly record struct SongPosition(double Ppq, double Tempo, int Numerator, int Denominator);
