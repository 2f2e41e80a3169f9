using System.Runtime.InteropServices;

namespace DrumSpace.Editor.X11.Interop;

/// <summary>
/// The part of libxcb that the window needs. A request returns the number of its cookie; its errors arrive as events. A function named
/// "reply" waits for the server and returns memory for <see cref="Libc.free"/>, or null after an error or a lost connection.
/// </summary>
/// <remarks>XCB rather than Xlib: Xlib's error handlers are the process's, and the default one ends the process.</remarks>
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
    public static extern int xcb_get_file_descriptor(nint c);

    [DllImport(Library)]
    public static extern nint xcb_get_setup(nint c);

    [DllImport(Library)]
    public static extern ScreenIterator xcb_setup_roots_iterator(nint setup);

    [DllImport(Library)]
    public static extern void xcb_screen_next(ScreenIterator* iterator);

    [DllImport(Library)]
    public static extern uint xcb_generate_id(nint c);

    [DllImport(Library)]
    public static extern uint xcb_get_maximum_request_length(nint c);

    [DllImport(Library)]
    public static extern int xcb_flush(nint c);

    [DllImport(Library)]
    public static extern XEvent* xcb_poll_for_event(nint c);

    [DllImport(Library)]
    public static extern XEvent* xcb_request_check(nint c, uint cookie);

    [DllImport(Library)]
    public static extern uint xcb_query_extension(nint c, ushort length, byte* name);

    [DllImport(Library)]
    public static extern ExtensionReply* xcb_query_extension_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_create_window_checked(nint c, byte depth, uint window, uint parent, short x, short y, ushort width,
        ushort height, ushort border, ushort windowClass, uint visual, uint mask, uint* values);

    [DllImport(Library)]
    public static extern uint xcb_destroy_window(nint c, uint window);

    [DllImport(Library)]
    public static extern uint xcb_map_window(nint c, uint window);

    [DllImport(Library)]
    public static extern uint xcb_unmap_window(nint c, uint window);

    [DllImport(Library)]
    public static extern uint xcb_configure_window(nint c, uint window, ushort mask, uint* values);

    [DllImport(Library)]
    public static extern uint xcb_change_window_attributes(nint c, uint window, uint mask, uint* values);

    [DllImport(Library)]
    public static extern uint xcb_create_colormap(nint c, byte allocate, uint colormap, uint window, uint visual);

    [DllImport(Library)]
    public static extern uint xcb_free_colormap(nint c, uint colormap);

    [DllImport(Library)]
    public static extern uint xcb_create_gc(nint c, uint context, uint drawable, uint mask, uint* values);

    [DllImport(Library)]
    public static extern uint xcb_free_gc(nint c, uint context);

    [DllImport(Library)]
    public static extern uint xcb_put_image(nint c, byte format, uint drawable, uint context, ushort width, ushort height, short x, short y,
        byte leftPad, byte depth, uint length, byte* data);

    [DllImport(Library)]
    public static extern uint xcb_open_font(nint c, uint font, ushort length, byte* name);

    [DllImport(Library)]
    public static extern uint xcb_close_font(nint c, uint font);

    [DllImport(Library)]
    public static extern uint xcb_create_glyph_cursor(nint c, uint cursor, uint font, uint maskFont, ushort glyph, ushort maskGlyph,
        ushort red, ushort green, ushort blue, ushort backRed, ushort backGreen, ushort backBlue);

    [DllImport(Library)]
    public static extern uint xcb_free_cursor(nint c, uint cursor);

    [DllImport(Library)]
    public static extern uint xcb_intern_atom(nint c, byte onlyIfExists, ushort length, byte* name);

    [DllImport(Library)]
    public static extern AtomReply* xcb_intern_atom_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_change_property(nint c, byte mode, uint window, uint property, uint type, byte format, uint count,
        void* data);

    [DllImport(Library)]
    public static extern uint xcb_delete_property(nint c, uint window, uint property);

    [DllImport(Library)]
    public static extern uint xcb_get_property(nint c, byte delete, uint window, uint property, uint type, uint offset, uint length);

    [DllImport(Library)]
    public static extern PropertyReply* xcb_get_property_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern void* xcb_get_property_value(PropertyReply* reply);

    [DllImport(Library)]
    public static extern int xcb_get_property_value_length(PropertyReply* reply);

    [DllImport(Library)]
    public static extern uint xcb_query_tree(nint c, uint window);

    [DllImport(Library)]
    public static extern TreeReply* xcb_query_tree_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_translate_coordinates(nint c, uint source, uint destination, short x, short y);

    [DllImport(Library)]
    public static extern TranslateReply* xcb_translate_coordinates_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_get_window_attributes(nint c, uint window);

    [DllImport(Library)]
    public static extern AttributesReply* xcb_get_window_attributes_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_get_geometry(nint c, uint drawable);

    [DllImport(Library)]
    public static extern GeometryReply* xcb_get_geometry_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_set_input_focus(nint c, byte revertTo, uint window, uint time);

    [DllImport(Library)]
    public static extern uint xcb_get_input_focus(nint c);

    [DllImport(Library)]
    public static extern FocusReply* xcb_get_input_focus_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_get_keyboard_mapping(nint c, byte first, byte count);

    [DllImport(Library)]
    public static extern KeyboardReply* xcb_get_keyboard_mapping_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_send_event(nint c, byte propagate, uint destination, uint mask, XEvent* sent);

    [DllImport(Library)]
    public static extern uint xcb_set_selection_owner(nint c, uint owner, uint selection, uint time);

    [DllImport(Library)]
    public static extern uint xcb_convert_selection(nint c, uint requestor, uint selection, uint target, uint property, uint time);

    [DllImport(Library)]
    public static extern uint xcb_grab_pointer(nint c, byte ownerEvents, uint window, ushort mask, byte pointerMode, byte keyboardMode,
        uint confineTo, uint cursor, uint time);

    [DllImport(Library)]
    public static extern GrabReply* xcb_grab_pointer_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_change_active_pointer_grab(nint c, uint cursor, uint time, ushort mask);

    [DllImport(Library)]
    public static extern uint xcb_ungrab_pointer(nint c, uint time);

    [DllImport(Library)]
    public static extern uint xcb_grab_keyboard(nint c, byte ownerEvents, uint window, uint time, byte pointerMode, byte keyboardMode);

    [DllImport(Library)]
    public static extern GrabReply* xcb_grab_keyboard_reply(nint c, uint cookie, void** error);

    [DllImport(Library)]
    public static extern uint xcb_ungrab_keyboard(nint c, uint time);
}
