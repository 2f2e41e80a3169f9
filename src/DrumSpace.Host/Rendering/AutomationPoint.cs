namespace DrumSpace.Host;

/// <summary>A point of an <see cref="AutomationCurve"/>.</summary>
/// <param name="Quarters">Quarter notes since the song's start.</param>
/// <param name="Value">The parameter's value, 0 to 1.</param>
public readonly record struct AutomationPoint(double Quarters, float Value);
