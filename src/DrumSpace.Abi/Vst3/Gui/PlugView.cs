using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>ViewRect: a window's place and size. Physical pixels on Linux and Windows.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3ViewRect
{
    /// <summary>The left edge.</summary>
    public int Left;

    /// <summary>The upper edge.</summary>
    public int Top;

    /// <summary>The right edge, exclusive.</summary>
    public int Right;

    /// <summary>The lower edge, exclusive.</summary>
    public int Bottom;
}

/// <summary>The window systems that VST 3 names, each without the null that terminates it in memory.</summary>
public static class Vst3PlatformType
{
    /// <summary>kPlatformTypeX11EmbedWindowID: the parent is the number of an X11 window.</summary>
    public static ReadOnlySpan<byte> X11 => "X11EmbedWindowID"u8;

    /// <summary>kPlatformTypeHWND: the parent is an HWND.</summary>
    public static ReadOnlySpan<byte> Win32 => "HWND"u8;
}

/// <summary>IPlugView: a plugin's window. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugView
{
    /// <summary>The id of IPlugView.</summary>
    public static readonly Vst3Id Id = new(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29);

    /// <summary>The functions.</summary>
    public Vst3PlugViewVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PlugView"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugViewVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(view, window system) Whether the view can be in such a window.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, int> IsPlatformTypeSupported;

    /// <summary>(view, parent, window system) Opens the window in the host's; a frame is set before.</summary>
    public delegate* unmanaged[Cdecl]<void*, void*, byte*, int> Attached;

    /// <summary>(view) Closes the window; the parent is still there.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> Removed;

    /// <summary>(view, distance) The mouse wheel; Ok if the view used it.</summary>
    public delegate* unmanaged[Cdecl]<void*, float, int> OnWheel;

    /// <summary>(view, UTF-16 character or 0, key or 0, modifiers) A key is pressed; Ok if the view used it.</summary>
    public delegate* unmanaged[Cdecl]<void*, ushort, short, Vst3KeyModifiers, int> OnKeyDown;

    /// <summary>(view, UTF-16 character or 0, key or 0, modifiers) A key is released; Ok if the view used it.</summary>
    public delegate* unmanaged[Cdecl]<void*, ushort, short, Vst3KeyModifiers, int> OnKeyUp;

    /// <summary>(view, size) Receives the size; asked before the window is open too.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ViewRect*, int> GetSize;

    /// <summary>(view, size) The host resized its window, and the view follows.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ViewRect*, int> OnSize;

    /// <summary>(view, 1 or 0) The window got or lost the keyboard.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte, int> OnFocus;

    /// <summary>(view, frame) The host's side of the window; null before it goes.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3PlugFrame*, int> SetFrame;

    /// <summary>(view) Ok if the user may resize the window.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> CanResize;

    /// <summary>(view, size) Replaces a size by the nearest usable one; changes nothing yet.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ViewRect*, int> CheckSizeConstraint;
}

/// <summary>IPlugFrame: the host's side of a window; on Linux it may have the run loop. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugFrame
{
    /// <summary>The id of IPlugFrame.</summary>
    public static readonly Vst3Id Id = new(0x367FAF01, 0xAFA94693, 0x8D4DA2A0, 0xED0882A3);

    /// <summary>The functions.</summary>
    public Vst3PlugFrameVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PlugFrame"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugFrameVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(frame, view, size) Asks for another size; the host calls OnSize within.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3PlugView*, Vst3ViewRect*, int> ResizeView;
}

/// <summary>Linux::IEventHandler: is told when a file can be read. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EventHandler
{
    /// <summary>The id of IEventHandler.</summary>
    public static readonly Vst3Id Id = new(0x561E65C9, 0x13A0496F, 0x813A2C35, 0x654D7983);

    /// <summary>The functions.</summary>
    public Vst3EventHandlerVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3EventHandler"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EventHandlerVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(handler, file descriptor) The file can be read.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, void> OnFdIsSet;
}

/// <summary>Linux::ITimerHandler: is called by a timer. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3TimerHandler
{
    /// <summary>The id of ITimerHandler.</summary>
    public static readonly Vst3Id Id = new(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9);

    /// <summary>The functions.</summary>
    public Vst3TimerHandlerVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3TimerHandler"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3TimerHandlerVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(handler) The timer is due.</summary>
    public delegate* unmanaged[Cdecl]<void*, void> OnTimer;
}

/// <summary>Linux::IRunLoop: the host's main loop, which the frame or the host's own object has. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3RunLoop
{
    /// <summary>The id of IRunLoop.</summary>
    public static readonly Vst3Id Id = new(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);

    /// <summary>The functions.</summary>
    public Vst3RunLoopVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3RunLoop"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3RunLoopVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(loop, handler, file descriptor) Calls the handler whenever the file can be read.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3EventHandler*, int, int> RegisterEventHandler;

    /// <summary>(loop, handler) Ends it.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3EventHandler*, int> UnregisterEventHandler;

    /// <summary>(loop, handler, period in milliseconds) Calls the handler again and again.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3TimerHandler*, ulong, int> RegisterTimer;

    /// <summary>(loop, handler) Ends it.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3TimerHandler*, int> UnregisterTimer;
}
