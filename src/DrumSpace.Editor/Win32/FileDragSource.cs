using System.Runtime.InteropServices.Marshalling;
using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>Decides when a drag ends. It is partial because the compiler adds COM's part.</summary>
/// <param name="button">The button that is held.</param>
/// <param name="window">The window that is dragged from.</param>
/// <remarks>Calls come on the host's thread, from inside of DoDragDrop.</remarks>
[GeneratedComClass]
internal sealed unsafe partial class FileDragSource(PointerButton button, Win32Window window) : IOleDropSource
{
    /// <summary>Whether the drag is to end without a drop. A window that is gone ends it as well.</summary>
    public bool IsCancelled { get; set; }

    /// <inheritdoc/>
    public int QueryContinueDrag(int isEscapePressed, uint keys)
    {
        if (isEscapePressed != 0 || IsCancelled || window.Handle == 0)
        {
            return Ole32.Cancel;
        }

        return MouseKeys.IsDown(button, keys) ? Ole32.Ok : IsOverHost() ? Ole32.Cancel : Ole32.Drop;
    }

    /// <inheritdoc/>
    public int GiveFeedback(uint effect) => Ole32.UseDefaultCursors;

    // A host may take files that are dropped on the window around ours, to no use of the user.
    private bool IsOverHost()
    {
        User32.Point place;
        _ = User32.GetCursorPos(&place);
        nint under = User32.WindowFromPoint(place);
        return under == window.Handle || User32.IsChild(under, window.Handle) != 0;
    }
}
