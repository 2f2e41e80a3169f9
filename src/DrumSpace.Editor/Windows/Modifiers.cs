namespace DrumSpace.Editor.Windows;

/// <summary>The modifier keys that are down.</summary>
[Flags]
public enum Modifiers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Shift: fine steps.</summary>
    Shift = 1,

    /// <summary>Control.</summary>
    Control = 2,

    /// <summary>Alt.</summary>
    Alt = 4,
}
