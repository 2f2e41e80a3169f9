using System.Text;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Our window on the server: a child of the host's, or a top-level window with a title.</summary>
/// <remarks>The connection's owner alone. Every request may fail because the host's window went first; the error is an event.</remarks>
internal sealed unsafe class X11Window
{
    private const string Title = "DrumSpace";
    private const byte RevertToParent = 2;
    private const ushort InputOutput = 1;

    // Attributes and their order (CreateWindow).
    private const uint BackgroundPixmap = 1 << 0;
    private const uint BorderPixel = 1 << 3;
    private const uint BitGravity = 1 << 4;
    private const uint EventMask = 1 << 11;
    private const uint ColormapAttribute = 1 << 13;
    private const uint CursorAttribute = 1 << 14;
    private const uint NorthWest = 1;
    private const ushort ConfigureSize = 4 | 8;

    private readonly X11Connection _connection;
    private readonly uint _madeColormap;
    private bool _selectsKeys;

    /// <summary>Creates the window, unmapped.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="parent">The host's window; 0 for a window of its own.</param>
    /// <param name="size">The size in pixels.</param>
    /// <exception cref="WindowSystemException">The parent does not exist.</exception>
    public X11Window(X11Connection connection, uint parent, PixelSize size)
    {
        _connection = connection;
        X11Visual visual = connection.Visual;
        IsTopLevel = parent == 0;
        if (visual.Colormap == 0)
        {
            _madeColormap = connection.NewId();
            _ = Xcb.xcb_create_colormap(connection.Handle, 0, _madeColormap, connection.Root, visual.Id);
        }

        // No background: the server would clear the window before each frame, which flickers. The values are in the order of their bits.
        uint* values = stackalloc uint[] { 0, 0, NorthWest, XEventMask.Window, visual.Colormap | _madeColormap };
        Id = connection.NewId();
        uint cookie = Xcb.xcb_create_window_checked(connection.Handle, visual.Depth, Id, IsTopLevel ? connection.Root : parent, 0, 0,
            (ushort)size.Width, (ushort)size.Height, 0, InputOutput, visual.Id,
            BackgroundPixmap | BorderPixel | BitGravity | EventMask | ColormapAttribute, values);
        if (!connection.Succeeds(cookie))
        {
            throw new WindowSystemException($"The X server makes no window inside of 0x{parent:x}.");
        }

        if (IsTopLevel)
        {
            SetTopLevelProperties(size);
        }
    }

    /// <summary>The window's number.</summary>
    public uint Id { get; }

    /// <summary>Whether it is a window of its own, not a host's child.</summary>
    public bool IsTopLevel { get; }

    /// <summary>Shows the window.</summary>
    public void Map() => _ = Xcb.xcb_map_window(_connection.Handle, Id);

    /// <summary>Hides the window.</summary>
    public void Unmap() => _ = Xcb.xcb_unmap_window(_connection.Handle, Id);

    /// <summary>Asks for another size; a ConfigureNotify tells which the window got.</summary>
    public void Resize(PixelSize size)
    {
        uint* values = stackalloc uint[] { (uint)size.Width, (uint)size.Height };
        _ = Xcb.xcb_configure_window(_connection.Handle, Id, ConfigureSize, values);
    }

    /// <summary>
    /// Selects keys or not. Without, they go to the windows around ours, so the host gets its shortcuts though our window has the focus.
    /// </summary>
    public void SelectKeys(bool selects)
    {
        if (selects != _selectsKeys)
        {
            _selectsKeys = selects;
            SetAttribute(EventMask, XEventMask.Window | (selects ? XEventMask.Keys : 0));
        }
    }

    /// <summary>Takes the keyboard.</summary>
    /// <param name="time">When the user asked for it: the time of an event.</param>
    public void TakeFocus(uint time) => GiveFocus(Id, time);

    /// <summary>Gives the keyboard to another window.</summary>
    public void GiveFocus(uint window, uint time) => _ = Xcb.xcb_set_input_focus(_connection.Handle, RevertToParent, window, time);

    /// <summary>The window that has the keyboard. Waits for the server.</summary>
    public uint FindFocus()
    {
        FocusReply* reply = Xcb.xcb_get_input_focus_reply(_connection.Handle, Xcb.xcb_get_input_focus(_connection.Handle), null);
        uint window = reply == null ? 0 : reply->Window;
        Libc.free(reply);
        return window;
    }

    /// <summary>Sets the pointer's shape.</summary>
    public void SetCursor(uint cursor) => SetAttribute(CursorAttribute, cursor);

    /// <summary>Destroys the window.</summary>
    public void Destroy()
    {
        _ = Xcb.xcb_destroy_window(_connection.Handle, Id);
        if (_madeColormap != 0)
        {
            _ = Xcb.xcb_free_colormap(_connection.Handle, _madeColormap);
        }
    }

    private void SetAttribute(uint mask, uint value) => _ = Xcb.xcb_change_window_attributes(_connection.Handle, Id, mask, &value);

    private void SetTopLevelProperties(PixelSize size)
    {
        X11Properties properties = _connection.Properties;
        X11Atoms atoms = _connection.Atoms;
        byte[] title = Encoding.UTF8.GetBytes(Title);
        properties.SetBytes(Id, X11Atoms.Name, X11Atoms.String, title);
        properties.SetBytes(Id, atoms.NetWmName, atoms.Utf8String, title);
        properties.SetBytes(Id, X11Atoms.Class, X11Atoms.String, Encoding.ASCII.GetBytes($"drumspace\0{Title}\0"));
        properties.Set(Id, atoms.WmProtocols, X11Atoms.Atom, atoms.WmDeleteWindow);

        // WM_SIZE_HINTS (ICCCM 4.1.2.3): the program's size and its smallest, half of that.
        const uint programSize = 1 << 3;
        const uint smallestSize = 1 << 4;
        Span<uint> hints = stackalloc uint[18];
        hints[0] = programSize | smallestSize;
        (hints[3], hints[4]) = ((uint)size.Width, (uint)size.Height);
        (hints[5], hints[6]) = ((uint)size.Width / 2, (uint)size.Height / 2);
        properties.Set(Id, X11Atoms.NormalHints, X11Atoms.SizeHints, hints);
    }
}
