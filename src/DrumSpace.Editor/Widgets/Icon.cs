namespace DrumSpace.Editor.Widgets;

/// <summary>A sign on a button.</summary>
internal enum Icon
{
    /// <summary>None.</summary>
    None,

    /// <summary>Backwards.</summary>
    Left,

    /// <summary>Forwards.</summary>
    Right,

    /// <summary>A list opens.</summary>
    Down,

    /// <summary>Starred.</summary>
    Star,

    /// <summary>Undo.</summary>
    Undo,

    /// <summary>Redo.</summary>
    Redo,

    /// <summary>Locked.</summary>
    Lock,

    /// <summary>Play.</summary>
    Play,

    /// <summary>Stop.</summary>
    Stop,

    /// <summary>Settings.</summary>
    Settings,
}
