namespace DrumSpace.Editor.Widgets;

/// <summary>What the hand and the keyboard do with a widget.</summary>
/// <param name="IsHovered">The pointer is over it.</param>
/// <param name="IsPressed">A button was pressed on it and is held.</param>
/// <param name="IsFocused">It has the keyboard, and shows it.</param>
internal readonly record struct WidgetState(bool IsHovered, bool IsPressed, bool IsFocused);
