using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>The head of a list of event pointers; <see cref="EventCount"/> pointers follow at <see cref="HeaderSize"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct VstEvents
{
    /// <summary>The offset of the first event pointer on 64-bit systems.</summary>
    public const int HeaderSize = 16;

    /// <summary>The number of pointers that follow.</summary>
    public int EventCount;

    /// <summary>Zero.</summary>
    public nint Reserved;
}
