using System.Runtime.InteropServices;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>Windows' functions for windows and input (winuser.h).</summary>
internal static unsafe class User32
{
    /// <summary>GWLP_USERDATA.</summary>
    public const int UserData = -21;

    /// <summary>SWP_NOZORDER and SWP_NOACTIVATE.</summary>
    public const uint KeepOrder = 0x0004 | 0x0010;

    /// <summary>SWP_NOMOVE.</summary>
    public const uint KeepPlace = 0x0002;

    /// <summary>GA_ROOT.</summary>
    public const uint Root = 2;

    /// <summary>PM_REMOVE.</summary>
    public const uint Remove = 1;

    /// <summary>CF_UNICODETEXT.</summary>
    public const uint UnicodeText = 13;

    /// <summary>SPI_GETWORKAREA.</summary>
    public const uint GetWorkArea = 0x0030;

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
    public static extern int UpdateWindow(nint window);

    [DllImport(Library)]
    public static extern int InvalidateRect(nint window, Rectangle* area, int mustErase);

    [DllImport(Library)]
    public static extern int IsWindowVisible(nint window);

    [DllImport(Library)]
    public static extern int IsIconic(nint window);

    [DllImport(Library)]
    public static extern int IsChild(nint parent, nint window);

    [DllImport(Library)]
    public static extern nint GetParent(nint window);

    [DllImport(Library)]
    public static extern nint GetAncestor(nint window, uint which);

    [DllImport(Library)]
    public static extern nint WindowFromPoint(Point place);

    [DllImport(Library)]
    public static extern int GetClientRect(nint window, Rectangle* area);

    [DllImport(Library)]
    public static extern int ScreenToClient(nint window, Point* place);

    [DllImport(Library)]
    public static extern int GetCursorPos(Point* place);

    [DllImport(Library)]
    public static extern nint BeginPaint(nint window, PaintArea* area);

    [DllImport(Library)]
    public static extern int EndPaint(nint window, PaintArea* area);

    [DllImport(Library)]
    public static extern nuint SetTimer(nint window, nuint id, uint milliseconds, void* function);

    [DllImport(Library)]
    public static extern int KillTimer(nint window, nuint id);

    [DllImport(Library)]
    public static extern int PeekMessageW(Message* message, nint window, uint first, uint last, uint flags);

    [DllImport(Library)]
    public static extern int TranslateMessage(Message* message);

    [DllImport(Library)]
    public static extern nint DispatchMessageW(Message* message);

    [DllImport(Library)]
    public static extern int PostMessageW(nint window, uint message, nint w, nint l);

    [DllImport(Library)]
    public static extern int GetMessageTime();

    [DllImport(Library)]
    public static extern nint SetCapture(nint window);

    [DllImport(Library)]
    public static extern int ReleaseCapture();

    [DllImport(Library)]
    public static extern nint SetFocus(nint window);

    [DllImport(Library)]
    public static extern nint GetFocus();

    [DllImport(Library)]
    public static extern short GetKeyState(int virtualKey);

    [DllImport(Library)]
    public static extern int TrackMouseEvent(MouseTracking* tracking);

    [DllImport(Library)]
    public static extern nint LoadCursorW(nint module, nint name);

    [DllImport(Library)]
    public static extern nint SetCursor(nint cursor);

    [DllImport(Library)]
    public static extern nint GetWindowDpiAwarenessContext(nint window);

    [DllImport(Library)]
    public static extern nint SetThreadDpiAwarenessContext(nint context);

    [DllImport(Library)]
    public static extern uint GetDpiForSystem();

    [DllImport(Library)]
    public static extern int SystemParametersInfoW(uint action, uint parameter, void* value, uint flags);

    [DllImport(Library)]
    public static extern uint GetDpiForWindow(nint window);

    [DllImport(Library)]
    public static extern int AdjustWindowRectExForDpi(Rectangle* area, uint style, int hasMenu, uint extendedStyle, uint dpi);

    [DllImport(Library)]
    public static extern int OpenClipboard(nint window);

    [DllImport(Library)]
    public static extern int EmptyClipboard();

    [DllImport(Library)]
    public static extern nint SetClipboardData(uint format, nint memory);

    [DllImport(Library)]
    public static extern nint GetClipboardData(uint format);

    [DllImport(Library)]
    public static extern int CloseClipboard();

    /// <summary>POINT.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Point
    {
        public int X;
        public int Y;
    }

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

    /// <summary>PAINTSTRUCT.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PaintArea
    {
        public nint Context;
        public int MustErase;
        public Rectangle Area;
        public int Restore;
        public int Update;
        public fixed byte Reserved[32];
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
        public Point Place;
    }

    /// <summary>TRACKMOUSEEVENT.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MouseTracking
    {
        public uint Size;
        public uint Flags;
        public nint Window;
        public uint HoverTime;
    }
}
