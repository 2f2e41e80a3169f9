namespace DrumSpace.Music.Capture;

/// <summary>A tempo of captured bars.</summary>
/// <param name="Ticks">Where it begins, in ticks from the clip's start.</param>
/// <param name="QuartersPerMinute">Above 0.</param>
public readonly record struct CaptureTempo(long Ticks, double QuartersPerMinute);
