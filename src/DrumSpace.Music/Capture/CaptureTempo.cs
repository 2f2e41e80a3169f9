namespace DrumSpace.Music.Capture;

/// <summary>A tempo at which something was heard, from a place on.</summary>
/// <param name="Ticks">The place, in ticks from the clip's start.</param>
/// <param name="QuartersPerMinute">Above 0.</param>
public readonly record struct CaptureTempo(long Ticks, double QuartersPerMinute);
