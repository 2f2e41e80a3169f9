namespace DrumSpace.Editor.Windows;

/// <summary>The keys that a window acts on.</summary>
public enum Key
{
    /// <summary>A key that types a character: see <see cref="KeyInput.Character"/>.</summary>
    Character,

    /// <summary>Tab: the next control; with shift the one before.</summary>
    Tab,

    /// <summary>Return, also of the number pad.</summary>
    Enter,

    /// <summary>Escape.</summary>
    Escape,

    /// <summary>Backspace.</summary>
    Backspace,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>Cursor left.</summary>
    Left,

    /// <summary>Cursor right.</summary>
    Right,

    /// <summary>Cursor up.</summary>
    Up,

    /// <summary>Cursor down.</summary>
    Down,

    /// <summary>Home.</summary>
    Home,

    /// <summary>End.</summary>
    End,

    /// <summary>Page up.</summary>
    PageUp,

    /// <summary>Page down.</summary>
    PageDown,

    /// <summary>The key or key combination that opens a context menu.</summary>
    Menu,

    /// <summary>Any other key.</summary>
    Other,
}
