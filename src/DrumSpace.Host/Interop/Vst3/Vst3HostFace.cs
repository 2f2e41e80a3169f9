using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>An interface of a <see cref="Vst3HostObject"/>: the pointer to functions that plugins see, then what the host adds.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Vst3HostFace
{
    /// <summary>The functions of the interface.</summary>
    public void* Vtbl;

    /// <summary>A handle of the object.</summary>
    public nint Object;
}
