using System.Runtime.InteropServices;
using DrumSpace.Host.Windows;

namespace DrumSpace.Host.Interop.Win32;

/// <summary>A top-level window of Windows.</summary>
internal sealed unsafe class Win32HostWindow : HostWindow
{
    // WS_OVERLAPPEDWINDOW without and with WS_THICKFRAME and WS_MAXIMIZEBOX, both with WS_CLIPCHILDREN.
    private const uint FixedStyle = 0x00CA0000 | 0x02000000, FreeStyle = 0x00CF0000 | 0x02000000;
    private const int DefaultPlace = unchecked((int)0x80000000);
    private const uint KeepPlaceAndOrder = 0x0002 | 0x0004 | 0x0010 | 0x0020;
    private const uint CloseMessage = 0x0010, KeyDownMessage = 0x0100;
    private const int SpaceKey = 0x20, Arrow = 32512, Show = 5;

    private static readonly nint ClassAtom = Register();

    private readonly nint _window;
    private GCHandle<Win32HostWindow> _self;
    private bool _isClosed;
    private int _spaces;

    public Win32HostWindow(string title, int width, int height)
    {
        (int outerWidth, int outerHeight) = OuterSize(width, height, FreeStyle, User32.GetDpiForSystem());
        fixed (char* text = title)
        {
            _window = User32.CreateWindowExW(
                0, ClassAtom, text, FreeStyle, DefaultPlace, 0, outerWidth, outerHeight, 0, 0, User32.GetModuleHandleW(null), null);
        }

        if (_window == 0)
        {
            throw new PluginWindowException("There is no window: Windows makes none.");
        }

        _self = new GCHandle<Win32HostWindow>(this);
        _ = User32.SetWindowLongPtrW(_window, User32.UserData, GCHandle<Win32HostWindow>.ToIntPtr(_self));
        _ = User32.ShowWindow(_window, Show);
    }

    public override nint Handle => _window;

    public override (int Width, int Height) Size
    {
        get
        {
            User32.Rectangle area = default;
            _ = User32.GetClientRect(_window, &area);
            return (area.Right, area.Bottom);
        }
    }

    public override bool IsClosed => _isClosed;

    public override int TakeSpaces()
    {
        int taken = _spaces;
        _spaces = 0;
        return taken;
    }

    public override void Resize(int width, int height, bool isFixed)
    {
        uint style = (isFixed ? FixedStyle : FreeStyle) | ((uint)User32.GetWindowLongPtrW(_window, User32.StyleIndex) & 0x10000000);
        _ = User32.SetWindowLongPtrW(_window, User32.StyleIndex, (nint)style);
        (int outerWidth, int outerHeight) = OuterSize(width, height, style, User32.GetDpiForWindow(_window));
        _ = User32.SetWindowPos(_window, 0, 0, 0, outerWidth, outerHeight, KeepPlaceAndOrder);
    }

    public override void Serve()
    {
        User32.Message message;
        while (User32.PeekMessageW(&message, 0, 0, 0, 1) != 0)
        {
            _ = User32.TranslateMessage(&message);
            _ = User32.DispatchMessageW(&message);
        }
    }

    public override void Dispose()
    {
        _ = User32.SetWindowLongPtrW(_window, User32.UserData, 0);
        _ = User32.DestroyWindow(_window);
        _self.Dispose();
    }

    private static (int Width, int Height) OuterSize(int width, int height, uint style, uint dpi)
    {
        User32.Rectangle area = new() { Right = width, Bottom = height };
        _ = User32.AdjustWindowRectExForDpi(&area, style, 0, 0, dpi);
        return (area.Right - area.Left, area.Bottom - area.Top);
    }

    private static nint Register()
    {
        fixed (char* name = "DrumSpaceHost")
        {
            User32.WindowClass windowClass = new()
            {
                Size = (uint)sizeof(User32.WindowClass),
                Procedure = &Receive,
                Module = User32.GetModuleHandleW(null),
                Cursor = User32.LoadCursorW(0, Arrow),
                Name = name,
            };
            return User32.RegisterClassExW(&windowClass);
        }
    }

    [UnmanagedCallersOnly]
    private static nint Receive(nint handle, uint message, nint w, nint l)
    {
        nint data = User32.GetWindowLongPtrW(handle, User32.UserData);
        if (data != 0 && message is (CloseMessage or KeyDownMessage))
        {
            Win32HostWindow window = GCHandle<Win32HostWindow>.FromIntPtr(data).Target;
            window._isClosed |= message == CloseMessage;
            window._spaces += message == KeyDownMessage && w == SpaceKey ? 1 : 0;
            return 0;
        }

        return User32.DefWindowProcW(handle, message, w, l);
    }
}
