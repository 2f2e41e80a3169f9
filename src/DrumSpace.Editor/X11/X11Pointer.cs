using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Turns X11's pointer events into the content's: one button at a time, wheel notches, double clicks.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class X11Pointer(IWindowContent content)
{
    private const byte WheelUp = 4;
    private const byte WheelDown = 5;
    private const byte GrabBegins = 1;

    private readonly ClickCounter _clicks = new();
    private PointerButton _held;

    /// <summary>Where the pointer was last, in pixels of the screen.</summary>
    public (int X, int Y) OnScreen { get; private set; }

    /// <summary>Whether a button is held.</summary>
    public bool IsHeld => _held != PointerButton.None;

    /// <summary>Forgets the button that is held: a drag takes over from it.</summary>
    /// <returns>The button.</returns>
    public PointerButton LetGo()
    {
        PointerButton held = _held;
        _held = PointerButton.None;
        return held;
    }

    /// <summary>Whether an event is a button's release.</summary>
    public static bool IsRelease(in XEvent received, PointerButton button) =>
        received.Type == XEventType.ButtonRelease && received.Detail <= 3 && ButtonOf(received.Detail) == button;

    /// <summary>Whether a button was down when an event came.</summary>
    public static bool IsDown(in XEvent received, PointerButton button) => (received.State & StateOf(button)) != 0;

    /// <summary>A button was pressed.</summary>
    public void Press(in XEvent received)
    {
        Note(received);
        switch (received.Detail)
        {
            case WheelUp:
                content.Scroll(Input(received, PointerButton.None), 1);
                break;
            case WheelDown:
                content.Scroll(Input(received, PointerButton.None), -1);
                break;
            case >= 1 and <= 3 when !IsHeld:
                _held = ButtonOf(received.Detail);
                content.Press(Input(received, _held, _clicks.Press(_held, received.X, received.Y, received.Time)));
                break;
        }
    }

    /// <summary>A button was released.</summary>
    public void Release(in XEvent received)
    {
        Note(received);
        if (IsHeld && IsRelease(received, _held))
        {
            EndHold(received);
        }
    }

    /// <summary>The pointer moved, or came in.</summary>
    public void Move(in XEvent received)
    {
        Note(received);
        if (IsHeld && !IsDown(received, _held))
        {
            // Another client's grab swallowed the release.
            EndHold(received);
        }

        content.Move(Input(received, PointerButton.None));
    }

    /// <summary>The pointer left the window. While a button is held, the window goes on getting its moves.</summary>
    public void Leave(in XEvent received)
    {
        Note(received);
        if (!IsHeld && received.CrossingMode != GrabBegins)
        {
            content.Leave();
        }
    }

    private static PointerButton ButtonOf(byte detail) => detail switch
    {
        1 => PointerButton.Left,
        2 => PointerButton.Middle,
        _ => PointerButton.Right,
    };

    private static int StateOf(PointerButton button) => button switch
    {
        PointerButton.Left => 1 << 8,
        PointerButton.Middle => 1 << 9,
        _ => 1 << 10,
    };

    private static PointerInput Input(in XEvent received, PointerButton button, int clicks = 1) =>
        new(received.X, received.Y, button, X11Keymap.ModifiersOf(received.State), clicks);

    private void EndHold(in XEvent received)
    {
        PointerButton released = _held;
        _held = PointerButton.None;
        content.Release(Input(received, released));
    }

    private void Note(in XEvent received) => OnScreen = (received.RootX, received.RootY);
}
