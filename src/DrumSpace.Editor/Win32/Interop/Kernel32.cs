using System.Runtime.InteropServices;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>Windows' functions for modules and for the memory that programs hand to each other (libloaderapi.h, winbase.h).</summary>
internal static unsafe class Kernel32
{
    /// <summary>GET_MODULE_HANDLE_EX_FLAG_PIN: the module stays loaded until the process ends.</summary>
    public const uint Pin = 1;

    /// <summary>GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS.</summary>
    public const uint FromAddress = 4;

    /// <summary>GMEM_MOVEABLE, which the clipboard and OLE ask for.</summary>
    public const uint Movable = 2;

    private const string Library = "kernel32";

    [DllImport(Library)]
    public static extern int GetModuleHandleExW(uint flags, void* address, nint* module);

    [DllImport(Library)]
    public static extern nint GetModuleHandleW(char* name);

    [DllImport(Library)]
    public static extern nint GlobalAlloc(uint flags, nuint bytes);

    [DllImport(Library)]
    public static extern nint GlobalFree(nint memory);

    [DllImport(Library)]
    public static extern void* GlobalLock(nint memory);

    [DllImport(Library)]
    public static extern int GlobalUnlock(nint memory);

    [DllImport(Library)]
    public static extern nuint GlobalSize(nint memory);
}
