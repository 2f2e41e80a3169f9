using System.Runtime.InteropServices;

namespace DrumSpace.Editor.X11.Interop;

/// <summary>
/// An X11 event or error: 32 bytes, whose fields overlap; which are valid follows from the <see cref="Type"/> (X Window System Protocol,
/// appendix B).
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct XEvent
{
    /// <summary>The code, with 128 added for an event that a client sent.</summary>
    [FieldOffset(0)] public byte Code;

    /// <summary>A button, a keycode, the detail of a focus change, a client message's format, or an error's code.</summary>
    [FieldOffset(1)] public byte Detail;

    // Keys, buttons, motion, crossing.
    [FieldOffset(4)] public uint Time;
    [FieldOffset(8)] public uint Root;
    [FieldOffset(12)] public uint EventWindow;
    [FieldOffset(16)] public uint Child;
    [FieldOffset(20)] public short RootX;
    [FieldOffset(22)] public short RootY;
    [FieldOffset(24)] public short X;
    [FieldOffset(26)] public short Y;
    [FieldOffset(28)] public ushort State;
    [FieldOffset(30)] public byte CrossingMode;

    // Focus: the window at 4, the mode at 8.
    [FieldOffset(8)] public byte FocusMode;

    // Structure: DestroyNotify, UnmapNotify, MapNotify, ReparentNotify, ConfigureNotify.
    [FieldOffset(8)] public uint Window;
    [FieldOffset(20)] public ushort Width;
    [FieldOffset(22)] public ushort Height;

    // Errors.
    [FieldOffset(10)] public byte MajorOpcode;

    // The shared memory extension's completion.
    [FieldOffset(12)] public uint Segment;

    // SelectionRequest.
    [FieldOffset(12)] public uint Requestor;
    [FieldOffset(16)] public uint Selection;
    [FieldOffset(20)] public uint Target;
    [FieldOffset(24)] public uint Property;

    // SelectionNotify: as received and as sent.
    [FieldOffset(8)] public uint NotifyRequestor;
    [FieldOffset(12)] public uint NotifySelection;
    [FieldOffset(16)] public uint NotifyTarget;
    [FieldOffset(20)] public uint NotifyProperty;

    // SelectionClear.
    [FieldOffset(12)] public uint ClearedSelection;

    // ClientMessage.
    [FieldOffset(4)] public uint MessageWindow;
    [FieldOffset(8)] public uint MessageType;
    [FieldOffset(12)] public uint Data0;
    [FieldOffset(16)] public uint Data1;
    [FieldOffset(20)] public uint Data2;
    [FieldOffset(24)] public uint Data3;
    [FieldOffset(28)] public uint Data4;

    /// <summary>The code without the mark of a sent event: a value of <see cref="XEventType"/>.</summary>
    public readonly byte Type => (byte)(Code & 0x7f);

    /// <summary>Whether a client sent it, not the server.</summary>
    public readonly bool IsSent => (Code & 0x80) != 0;
}
