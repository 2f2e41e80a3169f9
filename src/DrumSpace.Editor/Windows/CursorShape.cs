namespace DrumSpace.Editor.Windows;

/// <summary>What the pointer looks like.</summary>
public enum CursorShape
{
    /// <summary>An arrow.</summary>
    Arrow,

    /// <summary>A hand: something to click.</summary>
    Hand,

    /// <summary>A hand that can pull something out of the window.</summary>
    Grab,

    /// <summary>A cross: a place to choose or to draw.</summary>
    Cross,

    /// <summary>The bar of a text field.</summary>
    Text,
}
