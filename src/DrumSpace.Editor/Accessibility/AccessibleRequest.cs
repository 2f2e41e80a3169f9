namespace DrumSpace.Editor.Accessibility;

/// <summary>What a program, such as a screen reader, asks of an element.</summary>
/// <param name="Kind">What.</param>
/// <param name="Element">The element's number; it may be gone.</param>
/// <param name="Action">The action's index.</param>
/// <param name="Value">The number to set.</param>
internal readonly record struct AccessibleRequest(AccessibleRequestKind Kind, int Element, int Action = 0, double Value = 0);
