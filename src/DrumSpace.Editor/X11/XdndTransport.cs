using System.Text;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>A drag's grabs, messages and data on the X server.</summary>
/// <remarks>The window's thread. <see cref="Find"/> waits for the server, not for other clients.</remarks>
internal sealed unsafe class XdndTransport(X11Connection connection, X11Window window, X11Ancestors ancestors, X11Cursors cursors)
    : IXdndTransport
{
    private const byte Async = 1;
    private const ushort PointerMask = (ushort)(XEventMask.ButtonRelease | XEventMask.PointerMotion);

    // Deeper than toolkits nest windows.
    private const int MaxDepth = 32;

    // MIDI channel 10, the drums', counted from 0.
    private const byte DrumChannel = 9;

    private X11Selection? _offer;

    /// <inheritdoc/>
    public bool TryBegin(string path, uint time)
    {
        // The press grabbed the pointer by itself while the button is held, but without our cursor. The keyboard's grab is for Escape
        // alone: a drag works without.
        _ = Xcb.xcb_ungrab_pointer(connection.Handle, time);
        if (!IsGranted(Xcb.xcb_grab_pointer_reply(connection.Handle, Xcb.xcb_grab_pointer(
            connection.Handle, 0, window.Id, PointerMask, Async, Async, 0, cursors.Refuses, time), null)))
        {
            return false;
        }

        _ = IsGranted(Xcb.xcb_grab_keyboard_reply(
            connection.Handle, Xcb.xcb_grab_keyboard(connection.Handle, 0, window.Id, time, Async, Async), null));
        X11Atoms atoms = connection.Atoms;
        byte[] file = Encoding.UTF8.GetBytes(path);

        // Qtractor opens a file on an existing track only by its own type: a count, then channel and path of each file.
        _offer = new X11Selection(atoms.Targets, (atoms.UriList, Encoding.ASCII.GetBytes(UriList.Encode(path))), (atoms.PlainText, file),
            (atoms.QtractorChannel, [1, 0, DrumChannel, 0, .. file, 0]));
        _ = Xcb.xcb_set_selection_owner(connection.Handle, window.Id, atoms.XdndSelection, time);
        connection.Properties.Set(window.Id, atoms.XdndTypeList, X11Atoms.Atom, _offer.Types);
        return true;
    }

    /// <inheritdoc/>
    public void Ungrab(uint time)
    {
        _ = Xcb.xcb_ungrab_pointer(connection.Handle, time);
        _ = Xcb.xcb_ungrab_keyboard(connection.Handle, time);
    }

    /// <inheritdoc/>
    public void Withdraw(uint time)
    {
        _offer = null;
        _ = Xcb.xcb_set_selection_owner(connection.Handle, 0, connection.Atoms.XdndSelection, time);
    }

    /// <summary>Answers a request for what is dragged.</summary>
    /// <returns>Whether the client got it.</returns>
    public bool Answer(in XEvent request) => X11Selection.Answer(connection, request, _offer);

    /// <inheritdoc/>
    public XdndPeer Find(int x, int y)
    {
        X11Tree tree = connection.Tree;
        uint candidate = tree.ChildAt(connection.Root, x, y);
        if (candidate == 0)
        {
            // The bare screen: a desktop may stand behind it.
            return PeerOf(connection.Root);
        }

        // The host's own window would answer, but dropping there is no use to the user.
        XdndPeer peer = default;
        for (int depth = 0; depth < MaxDepth && candidate != 0 && peer.IsNone && !ancestors.IsOurs(candidate); depth++)
        {
            peer = PeerOf(candidate);
            candidate = tree.ChildAt(candidate, x, y);
        }

        return peer;
    }

    /// <inheritdoc/>
    public void Enter(XdndPeer peer)
    {
        X11Atoms atoms = connection.Atoms;
        connection.SendMessage(peer.Destination, peer.Window, atoms.XdndEnter, window.Id, peer.Version << 24, atoms.UriList,
            atoms.PlainText, atoms.QtractorChannel);
    }

    /// <inheritdoc/>
    public void Position(XdndPeer peer, int x, int y, uint time) => connection.SendMessage(peer.Destination, peer.Window,
        connection.Atoms.XdndPosition, window.Id, 0, ((uint)(ushort)x << 16) | (ushort)y, time, connection.Atoms.XdndActionCopy);

    /// <inheritdoc/>
    public void Leave(XdndPeer peer) => connection.SendMessage(peer.Destination, peer.Window, connection.Atoms.XdndLeave, window.Id);

    /// <inheritdoc/>
    public void Drop(XdndPeer peer, uint time) =>
        connection.SendMessage(peer.Destination, peer.Window, connection.Atoms.XdndDrop, window.Id, 0, time);

    /// <inheritdoc/>
    public void ShowTaken(bool isTaken) => _ = Xcb.xcb_change_active_pointer_grab(
        connection.Handle, isTaken ? cursors.Takes : cursors.Refuses, 0, PointerMask);

    private static bool IsGranted(GrabReply* reply)
    {
        bool granted = reply != null && reply->Status == 0;
        Libc.free(reply);
        return granted;
    }

    private XdndPeer PeerOf(uint candidate)
    {
        X11Properties properties = connection.Properties;
        uint proxy = properties.First(candidate, connection.Atoms.XdndProxy);

        // A proxy that does not name itself is what a client left behind.
        bool hasProxy = proxy != 0 && properties.First(proxy, connection.Atoms.XdndProxy) == proxy;
        uint destination = hasProxy ? proxy : candidate;
        uint version = properties.First(destination, connection.Atoms.XdndAware);
        return version >= XdndPeer.MinVersion
            ? new XdndPeer(candidate, destination, Math.Min(version, XdndPeer.MaxVersion))
            : default;
    }
}
