namespace DrumSpace.Editor.Accessibility;

/// <summary>What a program asks of an element.</summary>
internal enum AccessibleRequestKind
{
    /// <summary>To give it the keyboard.</summary>
    Focus,

    /// <summary>To do an action of it, by its index; of a line: to choose it.</summary>
    Act,

    /// <summary>To set its number.</summary>
    SetNumber,
}
