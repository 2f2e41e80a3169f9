using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Asks how windows lie in each other. Each question waits for the server; a window that is gone gives zeros.</summary>
/// <remarks>The connection's owner alone.</remarks>
internal sealed unsafe class X11Tree(nint connection, uint root)
{
    private const byte Viewable = 2;

    /// <summary>A window's parent; 0 for the root.</summary>
    public uint ParentOf(uint window)
    {
        TreeReply* reply = Xcb.xcb_query_tree_reply(connection, Xcb.xcb_query_tree(connection, window), null);
        uint parent = reply == null ? 0 : reply->Parent;
        Libc.free(reply);
        return parent;
    }

    /// <summary>The child of a window at a place of the screen; 0 if there is none.</summary>
    public uint ChildAt(uint window, int rootX, int rootY) => Translate(window, rootX, rootY).Child;

    /// <summary>A place of the screen, in a window's pixels; null if the window is gone.</summary>
    public (int X, int Y)? PositionIn(uint window, int rootX, int rootY)
    {
        TranslateReply place = Translate(window, rootX, rootY, out bool isThere);
        return isThere ? (place.X, place.Y) : null;
    }

    /// <summary>Where a window's upper left corner is on the screen; the screen's own if the window is gone.</summary>
    public (int X, int Y) ScreenPositionOf(uint window)
    {
        (int x, int y) = PositionIn(window, 0, 0) ?? (0, 0);
        return (-x, -y);
    }

    /// <summary>A window's size; null if it is gone.</summary>
    public PixelSize? SizeOf(uint window)
    {
        GeometryReply* reply = Xcb.xcb_get_geometry_reply(connection, Xcb.xcb_get_geometry(connection, window), null);
        PixelSize? size = reply == null ? null : new PixelSize(reply->Width, reply->Height);
        Libc.free(reply);
        return size;
    }

    /// <summary>Whether a window and all of its ancestors are mapped.</summary>
    public bool IsViewable(uint window)
    {
        AttributesReply* reply =
            Xcb.xcb_get_window_attributes_reply(connection, Xcb.xcb_get_window_attributes(connection, window), null);
        bool viewable = reply != null && reply->MapState == Viewable;
        Libc.free(reply);
        return viewable;
    }

    private TranslateReply Translate(uint window, int rootX, int rootY) => Translate(window, rootX, rootY, out _);

    private TranslateReply Translate(uint window, int rootX, int rootY, out bool isThere)
    {
        TranslateReply* reply = Xcb.xcb_translate_coordinates_reply(
            connection, Xcb.xcb_translate_coordinates(connection, root, window, (short)rootX, (short)rootY), null);
        isThere = reply != null;
        TranslateReply place = reply == null ? default : *reply;
        Libc.free(reply);
        return place;
    }
}
