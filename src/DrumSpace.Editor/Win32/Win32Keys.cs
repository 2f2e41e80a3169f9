using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>
/// Keys for the content, and for the host those that it does not use. While the content wants none, the window takes no focus: then the
/// host's shortcuts work over it as if it were not there.
/// </summary>
/// <remarks>The host's thread.</remarks>
internal sealed unsafe class Win32Keys(IWindowContent content, Win32Window window)
{
    // DLGC_WANTALLKEYS and DLGC_WANTCHARS.
    private const int WantsAll = 0x0004 | 0x0080;

    private readonly bool[] _forwarded = new bool[256];
    private nint _focusBefore;

    /// <summary>The modifier keys that were down when the current message was made.</summary>
    public static Modifiers ModifiersNow =>
        (IsDown(VirtualKey.Shift) ? Modifiers.Shift : 0) | (IsDown(VirtualKey.Control) ? Modifiers.Control : 0)
        | (IsDown(VirtualKey.Alt) ? Modifiers.Alt : 0);

    /// <summary>What dialogs around the window may not take for themselves.</summary>
    public nint DialogCode => content.WantsKeys ? WantsAll : 0;

    private bool HasFocus => User32.GetFocus() == window.Handle;

    /// <summary>Gives the focus back when the content no longer wants keys.</summary>
    public void Follow()
    {
        if (_focusBefore != 0 && !content.WantsKeys)
        {
            nint before = _focusBefore;
            _focusBefore = 0;

            // The window that had it may be gone.
            if (HasFocus && User32.SetFocus(before) == 0)
            {
                _ = User32.SetFocus(User32.GetParent(window.Handle));
            }
        }
    }

    /// <summary>The user clicked: takes the focus if the content wants keys.</summary>
    public void FollowClick()
    {
        Follow();
        if (content.WantsKeys && !HasFocus)
        {
            _focusBefore = User32.SetFocus(window.Handle);
        }
    }

    /// <summary>The window lost the keyboard.</summary>
    public void LoseFocus() => content.LoseKeys();

    /// <summary>A key was pressed.</summary>
    /// <returns>Whether it is dealt with.</returns>
    public bool Press(uint message, nint key, nint detail)
    {
        int code = (int)key & 0xff;
        if (code == VirtualKey.InputMethod)
        {
            return false;
        }

        char typed = TakeTyped();
        if (content.WantsKeys && content.Press(VirtualKey.ToKey(code, typed, ModifiersNow)))
        {
            return true;
        }

        _forwarded[code] = TryForward(message, key, detail);
        return _forwarded[code];
    }

    /// <summary>A key was released. The content only knows presses; the host gets both.</summary>
    /// <returns>Whether it is dealt with.</returns>
    public bool Release(uint message, nint key, nint detail)
    {
        int code = (int)key & 0xff;
        bool isForwarded = _forwarded[code] && TryForward(message, key, detail);
        _forwarded[code] = false;
        return isForwarded;
    }

    /// <summary>A character came that no key press was taken for: from an input method, or from a host that keeps the keys.</summary>
    public void Type(nint character)
    {
        char typed = (char)character;
        if (content.WantsKeys && VirtualKey.IsText(typed))
        {
            _ = content.Press(new KeyInput(Key.Character, typed));
        }
    }

    private static bool IsDown(int code) => User32.GetKeyState(code) < 0;

    // The host's loop has translated the key already, dead keys included: what it types waits in the queue behind it. It is taken from
    // there, so that key and character come as one and a key that goes to the host is not typed here as well.
    private char TakeTyped()
    {
        User32.Message message;
        char typed = '\0';
        while (User32.PeekMessageW(&message, window.Handle, WindowMessage.Char, WindowMessage.DeadChar, User32.Remove) != 0
            || User32.PeekMessageW(&message, window.Handle, WindowMessage.SystemChar, WindowMessage.SystemDeadChar, User32.Remove) != 0)
        {
            typed = message.Code is WindowMessage.Char or WindowMessage.SystemChar ? (char)message.W : typed;
        }

        return typed;
    }

    // A key that came without the focus is one that the host sent: sent back, it could go to and fro for ever.
    private bool TryForward(uint message, nint key, nint detail) =>
        !window.IsTopLevel && HasFocus && message is WindowMessage.KeyDown or WindowMessage.KeyUp
        && User32.PostMessageW(User32.GetParent(window.Handle), message, key, detail) != 0;
}
