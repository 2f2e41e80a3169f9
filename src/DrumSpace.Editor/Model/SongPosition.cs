namespace DrumSpace.Editor.Model;

/// <summary>Where the song is, and what plays there.</summary>
/// <param name="IsPlaying">Whether the host plays.</param>
/// <param name="Step">The place in the pattern, 0 to 32 steps.</param>
/// <param name="Bar">The bar's number, from 1.</param>
/// <param name="Tempo">Quarters a minute.</param>
/// <param name="Numerator">Beats in a bar.</param>
/// <param name="Denominator">The note value of a beat.</param>
/// <param name="Slot">The slot that plays, 1 to 8; 0 for the knobs.</param>
public readonly record struct SongPosition(
    bool IsPlaying, double Step, int Bar, double Tempo, int Numerator, int Denominator, int Slot);
