namespace DrumSpace.Plugin.Parameters;

/// <summary>What the undo parameter asks for.</summary>
public enum UndoCommand
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Take the last change back.</summary>
    Undo,

    /// <summary>Make the change again that was taken back last.</summary>
    Redo,
}
