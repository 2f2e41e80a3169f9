using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;

namespace DrumSpace.Plugin.Window;

/// <summary>Undo and redo for the window.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class EditorHistory(PluginCore core, PatternPictures pictures, EditQueue edits, Action commandDone) : IEditorHistory
{
    private readonly PinnedRows _pins = new();

    /// <inheritdoc/>
    public int UndoCount => core.UndoCount;

    /// <inheritdoc/>
    public int RedoCount => core.RedoCount;

    /// <inheritdoc/>
    public void Undo()
    {
        if (core.Undo())
        {
            edits.Post(commandDone);
        }
    }

    /// <inheritdoc/>
    public void Redo()
    {
        if (core.Redo())
        {
            edits.Post(commandDone);
        }
    }

    /// <inheritdoc/>
    public bool TryPicture(int offset, out Pattern pattern)
    {
        pattern = default;
        return core.TryGetHistoryPoint(offset, out Knobs knobs, _pins) && pictures.TryMake(knobs, _pins, out pattern);
    }
}
