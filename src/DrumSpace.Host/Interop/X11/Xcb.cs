using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.X11;

/// <summary>The part of libxcb that a host's window needs. Loaded by the first call.</summary>
/// <remarks>XCB rather than Xlib, whose error handlers are the process's, and the default one ends it.</remarks>
internal static unsafe class Xcb
{
    private const string Library = "libxcb.so.1";

    [DllImport(Library)]
    public static extern nint xcb_connect(byte* display, int* screen);

    [DllImport(Library)]
    public static extern void xcb_disconnect(nint c);

    [DllImport(Library)]
    public static extern int xcb_connection_has_error(nint c);

    [DllImport(Library)]
    public static extern nint xcb_get_setup(nint c);

    [DllImport(Library)]
    public static extern ScreenIterator xcb_setup_roots_iterator(nint setup);

    [DllImport(Library)]
    public static extern uint xcb_generate_id(nint c);

    [DllImport(Library)]
    public static extern int xcb_flush(nint c);

    [DllImport(Library)]
    public static extern XcbEvent* xcb_poll_for_event(nint c);

    [DllImport(Library)]
    public static extern uint xcb_create_window(nint c, byte depth, uint window, uint parent, short x, short y, ushort width,
        ushort height, ushort border, ushort windowClass, uint visual, uint mask, uint* values);

    [DllImport(Library)]
    public static extern uint xcb_destroy_window(nint c, uint window);

    [DllImport(Library)]
    public static extern uint xcb_map_window(nint c, uint window);

    [DllImport(Library)]
    public static extern uint xcb_configure_window(nint c, uint window, ushort mask, uint* values);

    [DllImport(Library)]
    public static extern uint xcb_intern_atom(nint c, byte onlyIfExists, ushort length, byte* name);

    [DllImport(Library)]
    public static extern AtomReply* xcb_intern_atom_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_change_property(nint c, byte mode, uint window, uint property, uint type, byte format, uint count,
        void* data);

    [DllImport(Library)]
    public static extern uint xcb_get_input_focus(nint c);

    [DllImport(Library)]
    public static extern void* xcb_get_input_focus_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_get_keyboard_mapping(nint c, byte first, byte count);

    [DllImport(Library)]
    public static extern KeyboardReply* xcb_get_keyboard_mapping_reply(nint c, uint cookie, void** error);

    [DllImport("libc.so.6")]
    public static extern void free(void* memory);

    /// <summary>xcb_screen_t, up to what is used.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 40)]
    public struct Screen
    {
        [FieldOffset(0)] public uint Root;
        [FieldOffset(12)] public uint Black;
        [FieldOffset(32)] public uint Visual;
    }

    /// <summary>xcb_screen_iterator_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ScreenIterator
    {
        public Screen* Screen;
        public int Remaining;
        public int Index;
    }

    /// <summary>xcb_intern_atom_reply_t.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 12)]
    public struct AtomReply
    {
        [FieldOffset(8)] public uint Atom;
    }

    /// <summary>xcb_get_keyboard_mapping_reply_t, which the keysyms follow.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 32)]
    public struct KeyboardReply
    {
        [FieldOffset(1)] public byte SymbolsPerCode;
        [FieldOffset(4)] public uint Length;
    }
}
