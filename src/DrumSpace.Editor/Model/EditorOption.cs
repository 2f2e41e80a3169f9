namespace DrumSpace.Editor.Model;

/// <summary>A value that can be chosen.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Value">The parameter's normalized value, 0 to 1.</param>
public readonly record struct EditorOption(string Text, float Value);
