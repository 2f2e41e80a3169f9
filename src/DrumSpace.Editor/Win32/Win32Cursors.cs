using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>The pointer's shapes, which Windows has and keeps.</summary>
/// <remarks>The host's thread.</remarks>
internal sealed class Win32Cursors(IWindowContent content)
{
    // IDC_ARROW and so on (winuser.h).
    private const int Arrow = 32512;
    private const int TextBar = 32513;
    private const int Cross = 32515;
    private const int SizeAll = 32646;
    private const int Hand = 32649;

    private CursorShape _shape;
    private nint _cursor;

    /// <summary>Shows the content's shape: Windows asks for it whenever the pointer moves in the window.</summary>
    public void Show()
    {
        CursorShape shape = content.Cursor;
        if (_cursor == 0 || shape != _shape)
        {
            _shape = shape;
            _cursor = User32.LoadCursorW(0, NameOf(shape));
        }

        _ = User32.SetCursor(_cursor);
    }

    /// <summary>Follows the content, which changes the shape also while the pointer rests.</summary>
    /// <param name="isPointerInside">Whether the pointer is the window's at all.</param>
    public void Follow(bool isPointerInside)
    {
        if (isPointerInside && content.Cursor != _shape)
        {
            Show();
        }
    }

    private static int NameOf(CursorShape shape) => shape switch
    {
        CursorShape.Hand => Hand,
        CursorShape.Grab => SizeAll,
        CursorShape.Cross => Cross,
        CursorShape.Text => TextBar,
        _ => Arrow,
    };
}
