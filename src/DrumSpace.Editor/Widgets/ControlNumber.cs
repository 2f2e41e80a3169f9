namespace DrumSpace.Editor.Widgets;

/// <summary>A control's value as a number.</summary>
/// <param name="Value">The value.</param>
/// <param name="Minimum">The smallest possible one.</param>
/// <param name="Maximum">The largest possible one.</param>
/// <param name="Step">What a cursor key changes.</param>
internal readonly record struct ControlNumber(double Value, double Minimum, double Maximum, double Step);
