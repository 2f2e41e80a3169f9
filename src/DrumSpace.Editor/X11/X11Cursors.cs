using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>The pointer's shapes, of the font "cursor" that every server has. Each is made when it is first used.</summary>
/// <remarks>The connection's owner alone.</remarks>
internal sealed unsafe class X11Cursors : IDisposable
{
    // Glyphs of the font (X11/cursorfont.h); the mask is the glyph after each.
    private const ushort LeftArrow = 68;
    private const ushort Hand = 60;
    private const ushort Fleur = 52;
    private const ushort Crosshair = 34;
    private const ushort TextBar = 152;
    private const ushort Plus = 90;
    private const ushort Circle = 24;

    private readonly X11Connection _connection;
    private readonly uint _font;
    private readonly uint[] _cursors = new uint[256];

    /// <summary>Opens the font.</summary>
    public X11Cursors(X11Connection connection)
    {
        _connection = connection;
        _font = connection.NewId();
        fixed (byte* name = "cursor"u8)
        {
            _ = Xcb.xcb_open_font(connection.Handle, _font, 6, name);
        }
    }

    /// <summary>What is dragged would be taken.</summary>
    public uint Takes => Get(Plus);

    /// <summary>What is dragged would not be taken.</summary>
    public uint Refuses => Get(Circle);

    /// <summary>The cursor of a shape.</summary>
    public uint Of(CursorShape shape) => Get(shape switch
    {
        CursorShape.Hand => Hand,
        CursorShape.Grab => Fleur,
        CursorShape.Cross => Crosshair,
        CursorShape.Text => TextBar,
        _ => LeftArrow,
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (uint cursor in _cursors)
        {
            if (cursor != 0)
            {
                _ = Xcb.xcb_free_cursor(_connection.Handle, cursor);
            }
        }

        _ = Xcb.xcb_close_font(_connection.Handle, _font);
    }

    private uint Get(ushort glyph)
    {
        const ushort white = 0xffff;
        ref uint cursor = ref _cursors[glyph];
        if (cursor == 0)
        {
            cursor = _connection.NewId();
            _ = Xcb.xcb_create_glyph_cursor(
                _connection.Handle, cursor, _font, _font, glyph, (ushort)(glyph + 1), 0, 0, 0, white, white, white);
        }

        return cursor;
    }
}
