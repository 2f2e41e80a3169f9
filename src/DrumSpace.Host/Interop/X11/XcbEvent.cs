using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.X11;

/// <summary>An X11 event: 32 bytes, whose fields overlap (X Window System Protocol, appendix B).</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct XcbEvent
{
    public const byte KeyPress = 2, DestroyNotify = 17, ConfigureNotify = 22, ClientMessage = 33;

    /// <summary>The code, with 128 added for an event that a client sent.</summary>
    [FieldOffset(0)] public byte Code;

    /// <summary>A key's code.</summary>
    [FieldOffset(1)] public byte Detail;

    // ConfigureNotify and DestroyNotify.
    [FieldOffset(8)] public uint Window;
    [FieldOffset(20)] public ushort Width;
    [FieldOffset(22)] public ushort Height;

    // ClientMessage.
    [FieldOffset(12)] public uint Data0;

    /// <summary>The code without the mark of a sent event.</summary>
    public readonly byte Type => (byte)(Code & 0x7f);
}
