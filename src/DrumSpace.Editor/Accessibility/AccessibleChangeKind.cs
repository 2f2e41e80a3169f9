namespace DrumSpace.Editor.Accessibility;

/// <summary>What became of an element from one tree to the next.</summary>
internal enum AccessibleChangeKind
{
    /// <summary>It is new among its parent's children.</summary>
    Added,

    /// <summary>It is gone from its parent's children.</summary>
    Removed,

    /// <summary>It has another name.</summary>
    Name,

    /// <summary>It shows another value.</summary>
    Value,

    /// <summary>Another text is typed into it, or the caret moved.</summary>
    Text,

    /// <summary>Other states hold.</summary>
    States,
}
