using System.Runtime.InteropServices;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>
/// The windows around ours, up to the screen's root. Hosts build that tree late: they put the parent into a window of their toolkit, then
/// the window manager puts all of it into a frame. So each is watched, and the tree is read anew after any of them moves.
/// </summary>
/// <remarks>The connection's owner alone. Reading waits for the server.</remarks>
internal sealed unsafe class X11Ancestors(X11Connection connection, X11Window window)
{
    // More than any toolkit nests; ends a walk through a tree that changes meanwhile.
    private const int MaxDepth = 32;
    private const uint EventMask = 1 << 11;

    private readonly List<Ancestor> _ancestors = [];
    private int _topLevelCount;

    /// <summary>An ancestor and its size when the tree was read.</summary>
    /// <param name="Id">The window's number.</param>
    /// <param name="Size">Pixels.</param>
    public readonly record struct Ancestor(uint Id, PixelSize Size);

    /// <summary>From our parent up to the host's top-level window, which is the last; without the window manager's frame.</summary>
    public ReadOnlySpan<Ancestor> UpToTopLevel => CollectionsMarshal.AsSpan(_ancestors)[.._topLevelCount];

    /// <summary>The host's top-level window; ours if it has no parent.</summary>
    public uint TopLevel => _topLevelCount == 0 ? window.Id : _ancestors[_topLevelCount - 1].Id;

    /// <summary>Whether a window is ours or around ours.</summary>
    public bool IsOurs(uint other)
    {
        if (other == window.Id)
        {
            return true;
        }

        foreach (Ancestor ancestor in _ancestors)
        {
            if (ancestor.Id == other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an ancestor's size is another than when the tree was read.</summary>
    public bool HasNewSize(uint ancestor, PixelSize size)
    {
        foreach (Ancestor known in _ancestors)
        {
            if (known.Id == ancestor)
            {
                return known.Size != size;
            }
        }

        return false;
    }

    /// <summary>Reads the tree and watches each window in it.</summary>
    public void Read()
    {
        _ancestors.Clear();
        _topLevelCount = 0;
        uint structure = XEventMask.StructureNotify;
        uint ancestor = connection.Tree.ParentOf(window.Id);
        while (ancestor != 0 && ancestor != connection.Root && _ancestors.Count < MaxDepth)
        {
            _ = Xcb.xcb_change_window_attributes(connection.Handle, ancestor, EventMask, &structure);
            _ancestors.Add(new Ancestor(ancestor, connection.Tree.SizeOf(ancestor) ?? default));
            if (_topLevelCount == 0 && !window.IsTopLevel && connection.Properties.Has(ancestor, connection.Atoms.WmState))
            {
                _topLevelCount = _ancestors.Count;
            }

            ancestor = connection.Tree.ParentOf(ancestor);
        }

        if (_topLevelCount == 0 && !window.IsTopLevel)
        {
            // No window manager has marked one.
            _topLevelCount = _ancestors.Count;
        }
    }
}
