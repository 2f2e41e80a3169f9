using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>
/// Keys for the content, and for the host those that it does not use. While the content wants none, the window does not select them and
/// takes no focus: then the host's shortcuts work over it as if it were not there.
/// </summary>
/// <remarks>The window's thread.</remarks>
internal sealed class X11Keys(IWindowContent content, X11Connection connection, X11Window window, X11Ancestors ancestors)
{
    // Modes and details of focus events that do not mean that the user went elsewhere (X Window System Protocol, section 10).
    private const byte Grab = 1;
    private const byte Ungrab = 2;
    private const byte PointerDetail = 5;

    // GetInputFocus tells so that no window has the keyboard.
    private const uint NoFocus = 0;

    private readonly bool[] _forwarded = new bool[256];
    private X11Keymap? _keymap;
    private uint _focusBefore;
    private bool _hasFocus;

    /// <summary>Selects keys while the content wants them, and gives the focus back when it no longer does.</summary>
    /// <param name="time">The time of the last event.</param>
    public void Follow(uint time)
    {
        bool wants = content.WantsKeys;
        window.SelectKeys(wants);
        if (!wants && _hasFocus && _focusBefore != 0)
        {
            window.GiveFocus(_focusBefore, time);
            _focusBefore = 0;
        }
    }

    /// <summary>The user clicked: takes the focus if the content wants keys.</summary>
    /// <param name="time">The time of the click.</param>
    public void FollowClick(uint time)
    {
        Follow(time);
        if (content.WantsKeys && !_hasFocus)
        {
            // Where no window had the keyboard, as after one that had it was destroyed, the host gets it afterwards.
            uint before = window.FindFocus();
            _focusBefore = before == window.Id ? 0 : before == NoFocus ? ancestors.TopLevel : before;
            window.TakeFocus(time);
        }
    }

    /// <summary>A key was pressed.</summary>
    public void Press(in XEvent received)
    {
        if (!content.Press(KeyOf(received)) && !received.IsSent)
        {
            _forwarded[received.Detail] = true;
            Forward(received, XEventMask.KeyPress);
        }
    }

    /// <summary>A key was released. The content only knows presses; the host gets both.</summary>
    public void Release(in XEvent received)
    {
        if (_forwarded[received.Detail])
        {
            _forwarded[received.Detail] = false;
            Forward(received, XEventMask.KeyRelease);
        }
    }

    /// <summary>Whether an event is of the Escape key.</summary>
    public bool IsEscape(in XEvent received) => KeyOf(received).Key == Key.Escape;

    /// <summary>The window got the keyboard or lost it.</summary>
    public void ChangeFocus(in XEvent received)
    {
        if (received.FocusMode is Grab or Ungrab || received.Detail >= PointerDetail)
        {
            return;
        }

        _hasFocus = received.Type == XEventType.FocusIn;
        if (!_hasFocus)
        {
            content.LoseKeys();
        }
    }

    /// <summary>The user chose another keyboard layout.</summary>
    public void ForgetKeymap() => _keymap = null;

    private KeyInput KeyOf(in XEvent received)
    {
        _keymap ??= X11Keymap.Read(connection);
        return _keymap.KeyOf(received.Detail, received.State);
    }

    // To the top level, where toolkits look for shortcuts. A sent key is not sent on: two windows could send it to each other for ever.
    private void Forward(in XEvent received, uint mask)
    {
        uint topLevel = ancestors.TopLevel;
        if (topLevel != window.Id)
        {
            XEvent copy = received;
            copy.EventWindow = topLevel;
            copy.Child = 0;
            connection.Send(topLevel, mask, copy);
        }
    }
}
