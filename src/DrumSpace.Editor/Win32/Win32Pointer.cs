using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>Turns Windows' mouse messages into the content's: one button at a time, captured while it is held.</summary>
/// <remarks>The host's thread.</remarks>
internal sealed unsafe class Win32Pointer(IWindowContent content, Win32Window window)
{
    // A notch of the wheel (WHEEL_DELTA).
    private const double Notch = 120;
    private const uint TrackLeave = 2;

    private readonly ClickCounter _clicks = new();
    private PointerButton _held;
    private int _x;
    private int _y;

    /// <summary>Whether a button is held.</summary>
    public bool IsHeld => _held != PointerButton.None;

    /// <summary>Whether the pointer is in the window, or its button is held.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Forgets the button that is held: a drag takes over from it.</summary>
    /// <returns>The button.</returns>
    public PointerButton LetGo()
    {
        PointerButton held = _held;
        _held = PointerButton.None;
        if (held != PointerButton.None)
        {
            _ = User32.ReleaseCapture();
        }

        return held;
    }

    /// <summary>A button was pressed.</summary>
    public void Press(PointerButton button, nint place)
    {
        Note(place);
        if (!IsHeld)
        {
            _held = button;
            _ = User32.SetCapture(window.Handle);
            content.Press(Input(button, _clicks.Press(button, _x, _y, (uint)User32.GetMessageTime())));
        }
    }

    /// <summary>A button was released.</summary>
    public void Release(PointerButton button, nint place)
    {
        Note(place);
        if (button == _held)
        {
            EndHold();
        }
    }

    /// <summary>The pointer moved, or something moved under it.</summary>
    /// <param name="buttons">The buttons that are down, as MK_LBUTTON and so on.</param>
    /// <param name="place">Where it is.</param>
    public void Move(nint buttons, nint place)
    {
        if (!IsInside)
        {
            IsInside = true;
            User32.MouseTracking tracking = new()
            {
                Size = (uint)sizeof(User32.MouseTracking), Flags = TrackLeave, Window = window.Handle,
            };
            _ = User32.TrackMouseEvent(&tracking);
        }

        Note(place);
        if (IsHeld && !MouseKeys.IsDown(_held, (uint)buttons))
        {
            // The release went to another window.
            EndHold();
        }

        content.Move(Input(PointerButton.None));
    }

    /// <summary>The pointer left the window.</summary>
    public void Leave()
    {
        IsInside = false;
        if (!IsHeld)
        {
            content.Leave();
        }
    }

    /// <summary>Another window took the pointer.</summary>
    public void LoseCapture()
    {
        if (IsHeld)
        {
            EndHold();
        }
    }

    /// <summary>The wheel turned; the place is on the screen.</summary>
    public void Scroll(nint wheel, nint place)
    {
        User32.Point point = new() { X = MouseKeys.Low(place), Y = MouseKeys.High(place) };
        _ = User32.ScreenToClient(window.Handle, &point);
        (_x, _y) = (point.X, point.Y);
        content.Scroll(Input(PointerButton.None), MouseKeys.High(wheel) / Notch);
    }

    private PointerInput Input(PointerButton button, int clicks = 1) => new(_x, _y, button, Win32Keys.ModifiersNow, clicks);

    private void EndHold() => content.Release(Input(LetGo()));

    private void Note(nint place) => (_x, _y) = (MouseKeys.Low(place), MouseKeys.High(place));
}
