namespace DrumSpace.Editor;

/// <summary>A control of the window in words, for those who cannot see it and for tests.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Role">What kind it is, such as "knob".</param>
/// <param name="Value">What it shows.</param>
/// <param name="Range">What values it can have; empty for none.</param>
/// <param name="Hint">A sentence about it; may be empty.</param>
/// <param name="X">Its left edge, in pixels at a scale of 1.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public sealed record ControlDescription(
    string Name, string Role, string Value, string Range, string Hint, float X, float Y, float Width, float Height);
