namespace DrumSpace.Editor.Windows;

/// <summary>Where the pointer is, and what it does there.</summary>
/// <param name="X">Pixels from the window's left edge; beyond the window while a button is held.</param>
/// <param name="Y">Pixels from the window's upper edge.</param>
/// <param name="Button">The button that was pressed or released; <see cref="PointerButton.None"/> for a move.</param>
/// <param name="Modifiers">The modifier keys that are down.</param>
/// <param name="Clicks">1 for a press, 2 for the second press of a double click.</param>
public readonly record struct PointerInput(
    double X, double Y, PointerButton Button = PointerButton.None, Modifiers Modifiers = Modifiers.None, int Clicks = 1);
