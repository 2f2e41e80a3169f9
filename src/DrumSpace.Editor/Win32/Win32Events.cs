using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>Gives each message to the part of the window that it concerns.</summary>
/// <remarks>The host's thread.</remarks>
internal sealed unsafe class Win32Events(
    Win32Window window, Win32Picture picture, Win32Pointer pointer, Win32Keys keys, Win32Cursors cursors, Win32Drags drags)
{
    // HTCLIENT: inside of what the window shows, not on its frame.
    private const int InClient = 1;
    private const nint Minimized = 1;

    /// <summary>Handles a message.</summary>
    /// <returns>Whether it was handled; Windows' own handling follows if not.</returns>
    public bool TryHandle(uint message, nint w, nint l, out nint result)
    {
        result = 0;
        switch (message)
        {
            case WindowMessage.Paint:
                picture.Show();
                return true;
            case WindowMessage.EraseBackground:
                // A frame covers all of the window.
                result = 1;
                return true;
            case WindowMessage.Timer:
                Advance();
                return true;
            case WindowMessage.Size when w != Minimized && l != 0:
                picture.Resize(new PixelSize(Math.Max(1, MouseKeys.Low(l)), Math.Max(1, MouseKeys.High(l))));
                return true;
            case WindowMessage.DpiChanged:
                window.MoveTo(*(User32.Rectangle*)l);
                return true;
            case WindowMessage.SetCursor when MouseKeys.Low(l) == InClient:
                cursors.Show();
                result = 1;
                return true;
            case WindowMessage.BeginDrag:
                drags.Run();
                return true;
            case WindowMessage.GetDialogCode:
                result = keys.DialogCode;
                return true;
            default:
                bool isUsed = IsPointerUsed(message, w, l) || IsKeyUsed(message, w, l);
                if (isUsed)
                {
                    picture.Hurry();
                    Advance();
                }

                return isUsed;
        }
    }

    private void Advance()
    {
        picture.Advance(SteadyClock.Milliseconds);
        keys.Follow();
        cursors.Follow(pointer.IsInside);
    }

    private bool IsPointerUsed(uint message, nint w, nint l)
    {
        switch (message)
        {
            case WindowMessage.MouseMove:
                pointer.Move(w, l);
                return true;
            case WindowMessage.LeftDown:
                return Press(PointerButton.Left, l);
            case WindowMessage.RightDown:
                return Press(PointerButton.Right, l);
            case WindowMessage.MiddleDown:
                return Press(PointerButton.Middle, l);
            case WindowMessage.LeftUp:
                return Release(PointerButton.Left, l);
            case WindowMessage.RightUp:
                return Release(PointerButton.Right, l);
            case WindowMessage.MiddleUp:
                return Release(PointerButton.Middle, l);
            case WindowMessage.MouseWheel:
                pointer.Scroll(w, l);
                return true;
            case WindowMessage.MouseLeave:
                pointer.Leave();
                return true;
            case WindowMessage.CaptureChanged:
                pointer.LoseCapture();
                return true;
            default:
                return false;
        }
    }

    private bool Press(PointerButton button, nint place)
    {
        pointer.Press(button, place);
        keys.FollowClick();
        return true;
    }

    private bool Release(PointerButton button, nint place)
    {
        pointer.Release(button, place);
        return true;
    }

    private bool IsKeyUsed(uint message, nint w, nint l)
    {
        switch (message)
        {
            case WindowMessage.KeyDown or WindowMessage.SystemKeyDown:
                return keys.Press(message, w, l);
            case WindowMessage.KeyUp or WindowMessage.SystemKeyUp:
                return keys.Release(message, w, l);
            case WindowMessage.Char:
                keys.Type(w);
                return true;
            case WindowMessage.KillFocus:
                keys.LoseFocus();
                return true;
            default:
                return false;
        }
    }
}
