using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Win32;

/// <summary>Windows' functions for a host's window (winuser.h).</summary>
internal static unsafe class User32
{
    /// <summary>GWLP_USERDATA.</summary>
    public const int UserData = -21;

    /// <summary>GWL_STYLE.</summary>
    public const int StyleIndex = -16;

    private const string Library = "user32";

    [DllImport(Library)]
    public static extern ushort RegisterClassExW(WindowClass* windowClass);

    [DllImport(Library)]
    public static extern nint CreateWindowExW(uint extendedStyle, nint atom, char* title, uint style, int x, int y, int width, int height,
        nint parent, nint menu, nint module, void* parameter);

    [DllImport(Library)]
    public static extern int DestroyWindow(nint window);

    [DllImport(Library)]
    public static extern nint DefWindowProcW(nint window, uint message, nint w, nint l);

    [DllImport(Library)]
    public static extern nint SetWindowLongPtrW(nint window, int index, nint value);

    [DllImport(Library)]
    public static extern nint GetWindowLongPtrW(nint window, int index);

    [DllImport(Library)]
    public static extern int SetWindowPos(nint window, nint after, int x, int y, int width, int height, uint flags);

    [DllImport(Library)]
    public static extern int ShowWindow(nint window, int command);

    [DllImport(Library)]
    public static extern int GetClientRect(nint window, Rectangle* area);

    [DllImport(Library)]
    public static extern int AdjustWindowRectExForDpi(Rectangle* area, uint style, int hasMenu, uint extendedStyle, uint dpi);

    [DllImport(Library)]
    public static extern uint GetDpiForSystem();

    [DllImport(Library)]
    public static extern uint GetDpiForWindow(nint window);

    [DllImport(Library)]
    public static extern int PeekMessageW(Message* message, nint window, uint first, uint last, uint flags);

    [DllImport(Library)]
    public static extern int TranslateMessage(Message* message);

    [DllImport(Library)]
    public static extern nint DispatchMessageW(Message* message);

    [DllImport(Library)]
    public static extern nint LoadCursorW(nint module, nint name);

    [DllImport("kernel32")]
    public static extern nint GetModuleHandleW(char* name);

    /// <summary>RECT.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Rectangle
    {
        public int Left;
        public int Top;
        public int Right;
        public int Bottom;
    }

    /// <summary>WNDCLASSEXW.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct WindowClass
    {
        public uint Size;
        public uint Style;
        public delegate* unmanaged<nint, uint, nint, nint, nint> Procedure;
        public int ClassExtra;
        public int WindowExtra;
        public nint Module;
        public nint Icon;
        public nint Cursor;
        public nint Background;
        public char* Menu;
        public char* Name;
        public nint SmallIcon;
    }

    /// <summary>MSG.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public nint Window;
        public uint Code;
        public nint W;
        public nint L;
        public uint Time;
        public int X;
        public int Y;
    }
}
