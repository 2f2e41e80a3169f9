using System.Runtime.InteropServices;
using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>The window itself: a child of the host's, or a top-level one. Any call may come after its parent took it away.</summary>
/// <remarks>The host's thread.</remarks>
internal sealed unsafe class Win32Window
{
    private const uint Child = 0x40000000;
    private const uint OverlappedWindow = 0x00cf0000;
    private const uint ClipSiblingsAndChildren = 0x04000000 | 0x02000000;
    private const int UseDefault = unchecked((int)0x80000000);
    private const int Hidden = 0;
    private const int ShownNoActivate = 4;
    private const int ShownNormal = 1;

    private GCHandle _self;
    private IMessageHandler? _handler;

    /// <summary>Creates the window, hidden.</summary>
    /// <param name="parent">The parent's HWND; 0 for a top-level window.</param>
    /// <param name="size">The size of what it shows, in pixels.</param>
    /// <exception cref="WindowSystemException">Windows refuses, for one because the parent does not exist.</exception>
    public Win32Window(nint parent, PixelSize size)
    {
        IsTopLevel = parent == 0;
        nint atom = Win32WindowClass.Register(out nint module);
        uint style = ClipSiblingsAndChildren | (IsTopLevel ? OverlappedWindow : Child);
        int place = IsTopLevel ? UseDefault : 0;

        // A child has to count pixels as its parent does, whatever the thread does otherwise.
        nint before = IsTopLevel ? 0 : User32.SetThreadDpiAwarenessContext(User32.GetWindowDpiAwarenessContext(parent));
        fixed (char* title = "DrumSpace")
        {
            Handle = User32.CreateWindowExW(
                0, atom, title, style, place, place, size.Width, size.Height, parent, 0, module, null);
        }

        if (before != 0)
        {
            _ = User32.SetThreadDpiAwarenessContext(before);
        }

        if (Handle == 0)
        {
            throw new WindowSystemException($"Windows refuses a window: error {Marshal.GetLastSystemError()}.");
        }

        _self = GCHandle.Alloc(this);
        _ = User32.SetWindowLongPtrW(Handle, User32.UserData, GCHandle.ToIntPtr(_self));
        if (IsTopLevel)
        {
            Resize(size);
        }
    }

    /// <summary>The HWND; 0 once it is destroyed.</summary>
    public nint Handle { get; private set; }

    /// <summary>Whether it has no parent.</summary>
    public bool IsTopLevel { get; }

    /// <summary>Whether it can be seen: neither hidden nor minimized, nor any window around it.</summary>
    public bool IsVisible =>
        User32.IsWindowVisible(Handle) != 0 && User32.IsIconic(User32.GetAncestor(Handle, User32.Root)) == 0;

    /// <summary>Has the messages handled from now on.</summary>
    public void Receive(IMessageHandler handler) => _handler = handler;

    /// <summary>Gives what the window shows another size.</summary>
    public void Resize(PixelSize size)
    {
        User32.Rectangle area = new() { Right = size.Width, Bottom = size.Height };
        if (IsTopLevel)
        {
            _ = User32.AdjustWindowRectExForDpi(&area, OverlappedWindow, 0, 0, User32.GetDpiForWindow(Handle));
        }

        _ = User32.SetWindowPos(
            Handle, 0, 0, 0, area.Right - area.Left, area.Bottom - area.Top, User32.KeepOrder | User32.KeepPlace);
    }

    /// <summary>Moves and resizes the window to where Windows suggests.</summary>
    public void MoveTo(in User32.Rectangle area) => _ = User32.SetWindowPos(
        Handle, 0, area.Left, area.Top, area.Right - area.Left, area.Bottom - area.Top, User32.KeepOrder);

    /// <summary>Shows or hides the window.</summary>
    public void SetShown(bool isShown) =>
        _ = User32.ShowWindow(Handle, !isShown ? Hidden : IsTopLevel ? ShownNormal : ShownNoActivate);

    /// <summary>Destroys the window; without effect if that happened.</summary>
    public void Destroy()
    {
        if (Handle != 0)
        {
            _ = User32.DestroyWindow(Handle);
        }
    }

    /// <summary>Takes a message from Windows. The handler lets no exception out.</summary>
    internal nint Receive(uint message, nint w, nint l)
    {
        nint handle = Handle;
        nint result = 0;
        bool isHandled = _handler != null && _handler.TryHandle(message, w, l, out result);
        if (message == WindowMessage.NonClientDestroy)
        {
            // The last message: nothing finds this object any more.
            _ = User32.SetWindowLongPtrW(handle, User32.UserData, 0);
            _self.Free();
            Handle = 0;
        }

        return isHandled ? result : User32.DefWindowProcW(handle, message, w, l);
    }
}
