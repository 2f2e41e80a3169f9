using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Reads and writes windows' properties. Reading waits for the server; a window that is gone has none.</summary>
/// <remarks>The connection's owner alone.</remarks>
internal sealed unsafe class X11Properties(nint connection)
{
    // In units of 4 bytes: 1 MB, more than any list of files that a drag brings.
    private const uint LongestRead = 1 << 18;

    /// <summary>Replaces a property by 32-bit items.</summary>
    public void Set(uint window, uint property, uint type, params ReadOnlySpan<uint> items)
    {
        fixed (uint* data = items)
        {
            _ = Xcb.xcb_change_property(connection, 0, window, property, type, 32, (uint)items.Length, data);
        }
    }

    /// <summary>Replaces a property by bytes.</summary>
    public void SetBytes(uint window, uint property, uint type, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
        {
            _ = Xcb.xcb_change_property(connection, 0, window, property, type, 8, (uint)bytes.Length, data);
        }
    }

    /// <summary>Removes a property.</summary>
    public void Delete(uint window, uint property) => _ = Xcb.xcb_delete_property(connection, window, property);

    /// <summary>Whether a window has a property.</summary>
    public bool Has(uint window, uint property)
    {
        PropertyReply* reply = Ask(window, property, 0);
        bool has = reply != null && reply->Type != 0;
        Libc.free(reply);
        return has;
    }

    /// <summary>The first of a property's 32-bit items; 0 if there is none.</summary>
    public uint First(uint window, uint property)
    {
        PropertyReply* reply = Ask(window, property, 1);
        uint first = reply != null && reply->Format == 32 && Xcb.xcb_get_property_value_length(reply) >= 4
            ? *(uint*)Xcb.xcb_get_property_value(reply)
            : 0;
        Libc.free(reply);
        return first;
    }

    /// <summary>A property's 32-bit items.</summary>
    public uint[] Items(uint window, uint property)
    {
        PropertyReply* reply = Ask(window, property, LongestRead);
        uint[] items = reply == null || reply->Format != 32
            ? []
            : new Span<uint>(Xcb.xcb_get_property_value(reply), Xcb.xcb_get_property_value_length(reply) / 4).ToArray();
        Libc.free(reply);
        return items;
    }

    /// <summary>A property's bytes; empty if it has items of another size.</summary>
    public byte[] Bytes(uint window, uint property)
    {
        PropertyReply* reply = Ask(window, property, LongestRead);
        byte[] bytes = reply == null || reply->Format != 8
            ? []
            : new Span<byte>(Xcb.xcb_get_property_value(reply), Xcb.xcb_get_property_value_length(reply)).ToArray();
        Libc.free(reply);
        return bytes;
    }

    private PropertyReply* Ask(uint window, uint property, uint length) =>
        Xcb.xcb_get_property_reply(connection, Xcb.xcb_get_property(connection, 0, window, property, 0, 0, length), null);
}
