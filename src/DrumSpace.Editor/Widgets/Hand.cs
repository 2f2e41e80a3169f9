using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>The pointer in the window's units, which the zoom does not change.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Button">The button that was pressed or released.</param>
/// <param name="Modifiers">The modifier keys that are down.</param>
/// <param name="Clicks">2 for the second press of a double click.</param>
internal readonly record struct Hand(float X, float Y, PointerButton Button, Modifiers Modifiers, int Clicks)
{
    /// <summary>Whether fine steps are wanted.</summary>
    public bool IsFine => (Modifiers & Modifiers.Shift) != 0;
}
