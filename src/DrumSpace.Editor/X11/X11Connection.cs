using System.Text;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>
/// A connection to the X server: its screen, its atoms, its events. Errors of requests are events; nothing throws once it is open.
/// </summary>
/// <remarks>
/// One owner at a time: the host's thread while the window opens, then the window's thread, then the host's thread again to close.
/// After the connection is lost every request is ignored and every reply is missing.
/// </remarks>
internal sealed unsafe class X11Connection : IDisposable
{
    private readonly nint _connection;

    /// <summary>Connects.</summary>
    /// <param name="display">The display's name; null for the one that the environment names.</param>
    /// <exception cref="Windows.WindowSystemException">There is no X server, or it refuses.</exception>
    public X11Connection(string? display)
    {
        int screen = 0;
        fixed (byte* name = display == null ? null : Encoding.UTF8.GetBytes(display + '\0'))
        {
            _connection = Xcb.xcb_connect(name, &screen);
        }

        string which = display ?? Environment.GetEnvironmentVariable("DISPLAY") ?? "";
        if (IsLost)
        {
            Xcb.xcb_disconnect(_connection);
            throw new Windows.WindowSystemException(which.Length == 0
                ? "There is no X server: DISPLAY is not set."
                : $"The X server {which} cannot be reached.");
        }

        ScreenIterator screens = Xcb.xcb_setup_roots_iterator(Xcb.xcb_get_setup(_connection));
        while (screen-- > 0 && screens.Remaining > 1)
        {
            Xcb.xcb_screen_next(&screens);
        }

        Root = screens.Screen->Root;
        Screen = new Windows.PixelSize(screens.Screen->Width, screens.Screen->Height);
        Visual = X11Visual.Choose(screens.Screen);
        Atoms = new X11Atoms(_connection);
        Properties = new X11Properties(_connection);
        Tree = new X11Tree(_connection, Root);

        // Another machine's server may have memory of its own under the number of ours.
        bool isLocal = which.StartsWith(':') || which.StartsWith('/') || which.StartsWith("unix:", StringComparison.Ordinal);
        SharedMemory = isLocal && XcbShm.IsPresent ? FindSharedMemory() : default;
    }

    /// <summary>For requests; the owner's alone.</summary>
    public nint Handle => _connection;

    /// <summary>The screen's root window.</summary>
    public uint Root { get; }

    /// <summary>The screen's size, all its monitors together.</summary>
    public Windows.PixelSize Screen { get; }

    /// <summary>The format of pixels that windows are made with.</summary>
    public X11Visual Visual { get; }

    /// <summary>The names that the window uses.</summary>
    public X11Atoms Atoms { get; }

    /// <summary>Windows' properties.</summary>
    public X11Properties Properties { get; }

    /// <summary>How windows lie in each other.</summary>
    public X11Tree Tree { get; }

    /// <summary>The shared memory extension's codes; all 0 where it is missing.</summary>
    public ExtensionReply SharedMemory { get; }

    /// <summary>Whether the server or the connection is gone.</summary>
    public bool IsLost => Xcb.xcb_connection_has_error(_connection) != 0;

    /// <summary>Becomes readable when the server sent something.</summary>
    public int File => Xcb.xcb_get_file_descriptor(_connection);

    /// <summary>A new resource's number.</summary>
    public uint NewId() => Xcb.xcb_generate_id(_connection);

    /// <summary>Sends what is buffered.</summary>
    public void Flush() => _ = Xcb.xcb_flush(_connection);

    /// <summary>Waits until the server has done everything so far.</summary>
    public void RoundTrip() => Libc.free(Xcb.xcb_get_input_focus_reply(_connection, Xcb.xcb_get_input_focus(_connection), null));

    /// <summary>Takes the next event or error, without waiting.</summary>
    public bool TryNextEvent(out XEvent next)
    {
        XEvent* received = Xcb.xcb_poll_for_event(_connection);
        if (received == null)
        {
            next = default;
            return false;
        }

        next = *received;
        Libc.free(received);
        return true;
    }

    /// <summary>Sends an event to whoever selected it on a window; with an empty mask to the client that made the window.</summary>
    public void Send(uint destination, uint mask, XEvent sent) => _ = Xcb.xcb_send_event(_connection, 0, destination, mask, &sent);

    /// <summary>Sends a client message of 32-bit items.</summary>
    public void SendMessage(uint destination, uint window, uint type, uint data0, uint data1 = 0, uint data2 = 0, uint data3 = 0,
        uint data4 = 0) => Send(destination, 0, new XEvent
        {
            Code = XEventType.ClientMessage,
            Detail = 32,
            MessageWindow = window,
            MessageType = type,
            Data0 = data0,
            Data1 = data1,
            Data2 = data2,
            Data3 = data3,
            Data4 = data4,
        });

    /// <summary>Waits for a checked request's result.</summary>
    /// <returns>Whether it succeeded.</returns>
    public bool Succeeds(uint cookie)
    {
        XEvent* error = Xcb.xcb_request_check(_connection, cookie);
        Libc.free(error);
        return error == null && !IsLost;
    }

    /// <inheritdoc/>
    public void Dispose() => Xcb.xcb_disconnect(_connection);

    private ExtensionReply FindSharedMemory()
    {
        fixed (byte* name = "MIT-SHM"u8)
        {
            ExtensionReply* reply = Xcb.xcb_query_extension_reply(_connection, Xcb.xcb_query_extension(_connection, 7, name), null);
            ExtensionReply found = reply == null || reply->IsPresent == 0 ? default : *reply;
            Libc.free(reply);
            return found;
        }
    }
}
