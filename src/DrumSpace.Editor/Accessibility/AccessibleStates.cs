namespace DrumSpace.Editor.Accessibility;

/// <summary>What holds for an element at the moment.</summary>
[Flags]
internal enum AccessibleStates
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It does something when it is used.</summary>
    Enabled = 1 << 0,

    /// <summary>It is in sight; other windows may lie over it.</summary>
    Showing = 1 << 1,

    /// <summary>The keyboard can reach it.</summary>
    Focusable = 1 << 2,

    /// <summary>It has the keyboard.</summary>
    Focused = 1 << 3,

    /// <summary>It can be on or off.</summary>
    Checkable = 1 << 4,

    /// <summary>It is on.</summary>
    Checked = 1 << 5,

    /// <summary>It is a line of a list that can be chosen.</summary>
    Selectable = 1 << 6,

    /// <summary>It is the chosen line.</summary>
    Selected = 1 << 7,

    /// <summary>It lies over the window and takes all input until it is closed.</summary>
    Modal = 1 << 8,

    /// <summary>A text can be typed into it.</summary>
    Editable = 1 << 9,

    /// <summary>The window whose controls have the keyboard.</summary>
    Active = 1 << 10,
}
