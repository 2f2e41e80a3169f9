using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>Undo and redo.</summary>
public interface IEditorHistory
{
    /// <summary>How many changes can be undone.</summary>
    int UndoCount { get; }

    /// <summary>How many undone changes can be made again.</summary>
    int RedoCount { get; }

    /// <summary>Takes the last change back.</summary>
    void Undo();

    /// <summary>Makes the change again that was undone last.</summary>
    void Redo();

    /// <summary>The pattern of a place in the history, for a picture. Allocates.</summary>
    /// <param name="offset">How many changes from now: below 0 back, above 0 forth.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>False where there is none, or none is known.</returns>
    bool TryPicture(int offset, out Pattern pattern);
}
