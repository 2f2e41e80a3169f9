using System.Runtime.InteropServices;

namespace DrumSpace.Editor.X11.Interop;

// Layouts of X11's replies (X Window System Protocol, appendix B); only what is read has a name. Each starts with 8 bytes of header, of
// which byte 1 belongs to the reply.

/// <summary>xcb_screen_iterator_t.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ScreenIterator
{
    public ScreenInfo* Screen;
    public int Remaining;
    public int Index;
}

/// <summary>xcb_screen_t; its depths follow it.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal struct ScreenInfo
{
    [FieldOffset(0)] public uint Root;
    [FieldOffset(4)] public uint Colormap;
    [FieldOffset(20)] public ushort Width;
    [FieldOffset(22)] public ushort Height;
    [FieldOffset(32)] public uint RootVisual;
    [FieldOffset(39)] public byte DepthCount;
}

/// <summary>xcb_depth_t; its visuals follow it.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
internal struct DepthInfo
{
    [FieldOffset(0)] public byte Depth;
    [FieldOffset(2)] public ushort VisualCount;
}

/// <summary>xcb_visualtype_t.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct VisualInfo
{
    [FieldOffset(0)] public uint Id;
    [FieldOffset(4)] public byte Class;
    [FieldOffset(8)] public uint RedMask;
    [FieldOffset(16)] public uint BlueMask;
}

/// <summary>QueryExtension's reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct ExtensionReply
{
    [FieldOffset(8)] public byte IsPresent;
    [FieldOffset(9)] public byte MajorOpcode;
    [FieldOffset(10)] public byte FirstEvent;
}

/// <summary>InternAtom's reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct AtomReply
{
    [FieldOffset(8)] public uint Value;
}

/// <summary>GetProperty's reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct PropertyReply
{
    [FieldOffset(1)] public byte Format;
    [FieldOffset(8)] public uint Type;
}

/// <summary>QueryTree's reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct TreeReply
{
    [FieldOffset(12)] public uint Parent;
}

/// <summary>TranslateCoordinates' reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct TranslateReply
{
    [FieldOffset(8)] public uint Child;
    [FieldOffset(12)] public short X;
    [FieldOffset(14)] public short Y;
}

/// <summary>GetWindowAttributes' reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 44)]
internal struct AttributesReply
{
    /// <summary>0 unmapped, 1 mapped under an unmapped ancestor, 2 viewable.</summary>
    [FieldOffset(26)] public byte MapState;
}

/// <summary>GetGeometry's reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct GeometryReply
{
    [FieldOffset(16)] public ushort Width;
    [FieldOffset(18)] public ushort Height;
}

/// <summary>GetInputFocus' reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct FocusReply
{
    [FieldOffset(8)] public uint Window;
}

/// <summary>GetKeyboardMapping's reply; the keysyms follow it.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct KeyboardReply
{
    [FieldOffset(1)] public byte SymbolsPerCode;
    [FieldOffset(4)] public uint Length;
}

/// <summary>GrabPointer's and GrabKeyboard's reply.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct GrabReply
{
    /// <summary>0 when granted.</summary>
    [FieldOffset(1)] public byte Status;
}
