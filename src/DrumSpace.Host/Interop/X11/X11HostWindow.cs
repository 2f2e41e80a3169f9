using System.Text;
using DrumSpace.Host.Windows;

namespace DrumSpace.Host.Interop.X11;

/// <summary>A top-level window on an X server.</summary>
internal sealed unsafe class X11HostWindow : HostWindow
{
    private const byte CopyFromParent = 0;
    private const ushort InputOutput = 1;
    private const uint BackPixel = 1 << 1, EventMask = 1 << 11;
    private const uint KeyPressMask = 1, StructureMask = 1 << 17;
    private const ushort WidthAndHeight = 4 | 8;
    private const uint AtomType = 4, CardinalType = 6, StringType = 31, WmName = 39, WmNormalHints = 40, SizeHintsType = 41, WmClass = 67;
    private const uint HasMinSize = 1 << 4, HasMaxSize = 1 << 5;
    private const int SizeHintsLength = 18;
    private const uint SpaceSymbol = 0x20;
    private const int FirstCode = 8;

    private readonly nint _connection;
    private readonly uint _window;
    private readonly uint _deleteWindow;
    private readonly HashSet<byte> _spaceCodes;
    private (int Width, int Height) _size;
    private bool _isClosed;
    private int _spaces;

    /// <summary>Makes and shows a window.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="width">The inner width in pixels.</param>
    /// <param name="height">The inner height in pixels.</param>
    /// <param name="display">The X server; null for the one that the environment names.</param>
    /// <exception cref="PluginWindowException">There is no X server.</exception>
    public X11HostWindow(string title, int width, int height, string? display = null)
    {
        int screen;
        try
        {
            fixed (byte* name = display == null ? null : Encoding.UTF8.GetBytes(display + '\0'))
            {
                _connection = Xcb.xcb_connect(name, &screen);
            }
        }
        catch (DllNotFoundException)
        {
            throw new PluginWindowException("There is no window: libxcb.so.1 cannot be loaded (Debian's package libxcb1).");
        }

        if (Xcb.xcb_connection_has_error(_connection) != 0)
        {
            Xcb.xcb_disconnect(_connection);
            string server = display ?? Environment.GetEnvironmentVariable("DISPLAY") ?? "";
            throw new PluginWindowException(server.Length == 0
                ? "There is no window: DISPLAY names no X server."
                : $"There is no window: the X server {server} cannot be reached.");
        }

        Xcb.Screen* root = Xcb.xcb_setup_roots_iterator(Xcb.xcb_get_setup(_connection)).Screen;
        _window = Xcb.xcb_generate_id(_connection);
        _size = (width, height);
        uint* values = stackalloc uint[] { root->Black, KeyPressMask | StructureMask };
        _ = Xcb.xcb_create_window(
            _connection, CopyFromParent, _window, root->Root, 0, 0, (ushort)width, (ushort)height, 0, InputOutput, root->Visual,
            BackPixel | EventMask, values);
        _deleteWindow = Atom("WM_DELETE_WINDOW");
        uint deleteWindow = _deleteWindow;
        _ = Xcb.xcb_change_property(_connection, 0, _window, Atom("WM_PROTOCOLS"), AtomType, 32, 1, &deleteWindow);
        SetText(WmName, StringType, title);
        SetText(Atom("_NET_WM_NAME"), Atom("UTF8_STRING"), title);
        SetText(WmClass, StringType, "drumspace\0DrumSpace\0");
        uint process = (uint)Environment.ProcessId;
        _ = Xcb.xcb_change_property(_connection, 0, _window, Atom("_NET_WM_PID"), CardinalType, 32, 1, &process);
        _spaceCodes = FindSpaces();
        _ = Xcb.xcb_map_window(_connection, _window);
        RoundTrip();
    }

    public override nint Handle => (nint)_window;

    public override (int Width, int Height) Size => _size;

    public override bool IsClosed => _isClosed;

    public override bool IsLost => Xcb.xcb_connection_has_error(_connection) != 0;

    public override int TakeSpaces()
    {
        int taken = _spaces;
        _spaces = 0;
        return taken;
    }

    public override void Resize(int width, int height, bool isFixed)
    {
        // A fixed size is one whose least and most are the same.
        uint* hints = stackalloc uint[SizeHintsLength];
        new Span<uint>(hints, SizeHintsLength).Clear();
        hints[0] = isFixed ? HasMinSize | HasMaxSize : 0;
        hints[5] = hints[7] = (uint)width;
        hints[6] = hints[8] = (uint)height;
        _ = Xcb.xcb_change_property(_connection, 0, _window, WmNormalHints, SizeHintsType, 32, SizeHintsLength, hints);
        uint* size = stackalloc uint[] { (uint)width, (uint)height };
        _ = Xcb.xcb_configure_window(_connection, _window, WidthAndHeight, size);
        _size = (width, height);
        RoundTrip();
    }

    public override void Serve()
    {
        XcbEvent* received;
        while ((received = Xcb.xcb_poll_for_event(_connection)) != null)
        {
            Take(*received);
            Xcb.free(received);
        }
    }

    public override void Dispose()
    {
        _ = Xcb.xcb_destroy_window(_connection, _window);
        _ = Xcb.xcb_flush(_connection);
        Xcb.xcb_disconnect(_connection);
    }

    private void Take(in XcbEvent received)
    {
        switch (received.Type)
        {
            case XcbEvent.KeyPress when _spaceCodes.Contains(received.Detail):
                _spaces++;
                break;
            case XcbEvent.ConfigureNotify when received.Window == _window:
                _size = (received.Width, received.Height);
                break;
            case XcbEvent.DestroyNotify when received.Window == _window:
            case XcbEvent.ClientMessage when received.Data0 == _deleteWindow:
                _isClosed = true;
                break;
        }
    }

    private uint Atom(string name)
    {
        fixed (byte* text = Encoding.ASCII.GetBytes(name))
        {
            Xcb.AtomReply* reply = Xcb.xcb_intern_atom_reply(
                _connection, Xcb.xcb_intern_atom(_connection, 0, (ushort)name.Length, text), null);
            uint atom = reply == null ? 0 : reply->Atom;
            Xcb.free(reply);
            return atom;
        }
    }

    private void SetText(uint property, uint type, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        fixed (byte* text = bytes)
        {
            _ = Xcb.xcb_change_property(_connection, 0, _window, property, type, 8, (uint)bytes.Length, text);
        }
    }

    private HashSet<byte> FindSpaces()
    {
        HashSet<byte> codes = [];
        Xcb.KeyboardReply* reply = Xcb.xcb_get_keyboard_mapping_reply(
            _connection, Xcb.xcb_get_keyboard_mapping(_connection, FirstCode, 256 - FirstCode), null);
        if (reply == null)
        {
            return codes;
        }

        uint* symbols = (uint*)(reply + 1);
        for (int i = 0; i < reply->Length; i += Math.Max((int)reply->SymbolsPerCode, 1))
        {
            if (symbols[i] == SpaceSymbol)
            {
                codes.Add((byte)(FirstCode + (i / reply->SymbolsPerCode)));
            }
        }

        Xcb.free(reply);
        return codes;
    }

    private void RoundTrip() => Xcb.free(Xcb.xcb_get_input_focus_reply(_connection, Xcb.xcb_get_input_focus(_connection), null));
}
