using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>A window's extent in pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct EditorRectangle
{
    /// <summary>Top edge.</summary>
    public short Top;

    /// <summary>Left edge.</summary>
    public short Left;

    /// <summary>Bottom edge.</summary>
    public short Bottom;

    /// <summary>Right edge.</summary>
    public short Right;
}
