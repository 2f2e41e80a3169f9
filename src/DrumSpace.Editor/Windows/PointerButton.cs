namespace DrumSpace.Editor.Windows;

/// <summary>A button of the mouse.</summary>
public enum PointerButton
{
    /// <summary>None: the pointer moved.</summary>
    None,

    /// <summary>The left button.</summary>
    Left,

    /// <summary>The middle button.</summary>
    Middle,

    /// <summary>The right button.</summary>
    Right,
}
