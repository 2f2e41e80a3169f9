namespace DrumSpace.Host;

/// <summary>A value at a time.</summary>
/// <param name="Quarters">Quarter notes since the song's start.</param>
/// <param name="Value">A parameter's value, 0 to 1.</param>
public readonly record struct AutomationPoint(double Quarters, float Value);
