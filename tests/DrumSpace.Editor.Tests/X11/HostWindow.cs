using System.Runtime.InteropServices;
using DrumSpace.Editor.Tests.Windows;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>A host's top-level window on a connection of its own, and the editor in it.</summary>
internal sealed unsafe class HostWindow : IDisposable
{
    public static readonly PixelSize Size = new(400, 300);

    // Without a window manager the keyboard follows the pointer, until a window that had it is destroyed.
    private const uint PointerRoot = 1;

    private readonly X11Window _window;

    public HostWindow(XServer server, int x = 0, int y = 0, PixelSize? size = null)
    {
        Connection = new X11Connection(server.Display);
        _window = new X11Window(Connection, 0, size ?? Size);
        MoveTo(x, y);
        _window.Map();
        SetFocus(PointerRoot);
        Editor = new EditorWindow(Content, Edits, Host, Log.Enqueue, setup => new X11EditorWindow(setup, server.Display));
    }

    public X11Connection Connection { get; }

    public RecordingContent Content { get; } = new();

    public EditQueue Edits { get; } = new();

    public RecordingHost Host { get; } = new();

    public System.Collections.Concurrent.ConcurrentQueue<string> Log { get; } = new();

    public EditorWindow Editor { get; }

    public uint Id => _window.Id;

    /// <summary>The editor's own window.</summary>
    public uint Child { get; private set; }

    /// <summary>Gives the keyboard to a window, to the one under the pointer, or to none.</summary>
    public void SetFocus(uint window)
    {
        _ = Xcb.xcb_set_input_focus(Connection.Handle, 0, window, 0);
        Connection.RoundTrip();
    }

    public void Open(PixelSize? size = null)
    {
        Editor.Open((nint)Id, size ?? Size);
        Child = FirstChildOf(Id);
    }

    public void MoveTo(int x, int y)
    {
        uint* values = stackalloc uint[] { (uint)x, (uint)y };
        _ = Xcb.xcb_configure_window(Connection.Handle, Id, 1 | 2, values);
        Connection.RoundTrip();
    }

    public void Map()
    {
        _window.Map();
        Connection.RoundTrip();
    }

    public void Unmap()
    {
        _window.Unmap();
        Connection.RoundTrip();
    }

    public void DestroyParent()
    {
        _window.Destroy();
        Connection.RoundTrip();
    }

    /// <summary>Ends the connection of whoever made the editor's window.</summary>
    public void KillEditorsConnection()
    {
        _ = xcb_kill_client(Connection.Handle, Child);
        Connection.RoundTrip();
    }

    /// <summary>Puts this host's window into another, as toolkits and window managers do.</summary>
    public void Reparent(uint parent)
    {
        _ = xcb_reparent_window(Connection.Handle, Id, parent, 0, 0);
        Connection.RoundTrip();
    }

    /// <summary>What a window shows at a place: 0xRRGGBB.</summary>
    public uint PixelAt(uint window, int x, int y)
    {
        void* reply = xcb_get_image_reply(
            Connection.Handle, xcb_get_image(Connection.Handle, 2, window, (short)x, (short)y, 1, 1, uint.MaxValue), null);
        uint pixel = reply == null ? 0xdeadbeef : *(uint*)((byte*)reply + 32) & 0xffffff;
        Libc.free(reply);
        return pixel;
    }

    /// <summary>Who owns a selection; 0 for nobody.</summary>
    public uint OwnerOf(uint selection)
    {
        AtomReply* reply = xcb_get_selection_owner_reply(
            Connection.Handle, xcb_get_selection_owner(Connection.Handle, selection), null);
        uint owner = reply->Value;
        Libc.free(reply);
        return owner;
    }

    public void WaitFor(string line) => Eventually.IsTrue(
        () => Content.Lines.Contains(line), () => $"\"{line}\" in:\n{string.Join('\n', Content.Lines)}\nlog:\n{string.Join('\n', Log)}");

    /// <summary>Waits until the editor shows its content's colour in its corner.</summary>
    public void WaitForPixels(uint color) => Eventually.IsTrue(
        () => PixelAt(Child, 1, 1) == color, () => $"{color:x6} instead of {PixelAt(Child, 1, 1):x6}");

    public void Dispose()
    {
        Editor.Dispose();
        Connection.Dispose();
    }

    private uint FirstChildOf(uint window)
    {
        TreeReply* reply = Xcb.xcb_query_tree_reply(Connection.Handle, Xcb.xcb_query_tree(Connection.Handle, window), null);
        uint child = *(ushort*)((byte*)reply + 16) > 0 ? *(uint*)(reply + 1) : 0;
        Libc.free(reply);
        return child;
    }

    [DllImport("libxcb.so.1")]
    private static extern uint xcb_get_selection_owner(nint c, uint selection);

    [DllImport("libxcb.so.1")]
    private static extern AtomReply* xcb_get_selection_owner_reply(nint c, uint cookie, void** error);

    [DllImport("libxcb.so.1")]
    private static extern uint xcb_kill_client(nint c, uint resource);

    [DllImport("libxcb.so.1")]
    private static extern uint xcb_reparent_window(nint c, uint window, uint parent, short x, short y);

    [DllImport("libxcb.so.1")]
    private static extern uint xcb_get_image(
        nint c, byte format, uint drawable, short x, short y, ushort width, ushort height, uint planes);

    [DllImport("libxcb.so.1")]
    private static extern void* xcb_get_image_reply(nint c, uint cookie, void** error);
}
