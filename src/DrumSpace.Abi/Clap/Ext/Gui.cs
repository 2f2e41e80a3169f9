using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The window systems that CLAP names, each without the null that terminates it in memory.</summary>
public static class ClapWindowApi
{
    /// <summary>X11; sizes are physical pixels.</summary>
    public static ReadOnlySpan<byte> X11 => "x11"u8;

    /// <summary>Windows; sizes are physical pixels.</summary>
    public static ReadOnlySpan<byte> Win32 => "win32"u8;
}

/// <summary>clap_window: a window of the host.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapWindow
{
    /// <summary>The window system, null-terminated.</summary>
    public byte* Api;

    /// <summary>An X11 window's number, or an HWND.</summary>
    public nint Handle;
}

/// <summary>clap_gui_resize_hints: how a window can be resized.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapGuiResizeHints
{
    /// <summary>1 if the width can change.</summary>
    public byte CanResizeHorizontally;

    /// <summary>1 if the height can change.</summary>
    public byte CanResizeVertically;

    /// <summary>1 if the two keep their ratio; only if both can change.</summary>
    public byte PreserveAspectRatio;

    /// <summary>The ratio's width.</summary>
    public uint AspectRatioWidth;

    /// <summary>The ratio's height.</summary>
    public uint AspectRatioHeight;
}

/// <summary>clap_plugin_gui: a plugin's window. Main thread. Where a function returns a byte, 1 is success.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginGui
{
    /// <summary>(instance, api, floating) Whether the plugin can make such a window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte*, byte, byte> IsApiSupported;

    /// <summary>(instance, api, floating) Receives the window system that the plugin prefers.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte**, byte*, byte> GetPreferredApi;

    /// <summary>(instance, api, floating) First call: prepares a window, which is not shown yet.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte*, byte, byte> Create;

    /// <summary>(instance) Last call: frees the window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Destroy;

    /// <summary>(instance, scale) The host's scale; returns 0 if the plugin has one of its own.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, double, byte> SetScale;

    /// <summary>(instance, width, height) Receives the current size.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint*, uint*, byte> GetSize;

    /// <summary>(instance) Whether the host may resize the window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> CanResize;

    /// <summary>(instance, hints) Receives how it can be resized.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapGuiResizeHints*, byte> GetResizeHints;

    /// <summary>(instance, width, height) Replaces a size by the nearest usable one that fits into it; changes nothing yet.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint*, uint*, byte> AdjustSize;

    /// <summary>(instance, width, height) Resizes the window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, uint, byte> SetSize;

    /// <summary>(instance, window) Puts the window into one of the host's; it exists when the call returns.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapWindow*, byte> SetParent;

    /// <summary>(instance, window) Keeps a floating window above one of the host's.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapWindow*, byte> SetTransient;

    /// <summary>(instance, title) The title of a floating window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte*, void> SuggestTitle;

    /// <summary>(instance) Shows the window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> Show;

    /// <summary>(instance) Hides the window.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> Hide;
}

/// <summary>clap_host_gui: what a window may ask of its host. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostGui
{
    /// <summary>(host) The host should read <see cref="ClapPluginGui.GetResizeHints"/> again.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> ResizeHintsChanged;

    /// <summary>(host, width, height) Requests another size; 1 if it is accepted, and then the host need not set it.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, uint, byte> RequestResize;

    /// <summary>(host) Requests that the window be shown.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte> RequestShow;

    /// <summary>(host) Requests that the window be hidden.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte> RequestHide;

    /// <summary>(host, destroyed) A floating window was closed; if destroyed, <see cref="ClapPluginGui.Destroy"/> follows.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte, void> Closed;
}
