using DrumSpace.Music;

namespace DrumSpace.Engine.Playing;

/// <summary>Where the song is in its bars and in the pattern, and what plays there: what a display shows.</summary>
/// <param name="IsPlaying">Whether the song runs.</param>
/// <param name="Step">
/// The place in the pattern: its step, 0 to 31, and how much of it has passed; swing, length, start and speed of the pattern and the
/// host's bars count.
/// </param>
/// <param name="Bar">The bar of the song, 1 for the first; 0 where the host reports no position.</param>
/// <param name="Tempo">Quarters a minute.</param>
/// <param name="Numerator">Beats in a bar, 1 to 64.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 64.</param>
/// <param name="Slot">The slot that plays, 1 to 8; 0 for the knobs.</param>
/// <param name="Knobs">The point that plays: that of the slot or on the way to it, or the knobs.</param>
public readonly record struct Playhead(
    bool IsPlaying, double Step, long Bar, double Tempo, int Numerator, int Denominator, int Slot, Knobs Knobs);
