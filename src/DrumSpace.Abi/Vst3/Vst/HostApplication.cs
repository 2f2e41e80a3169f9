using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IHostApplication: the host. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3HostApplication
{
    /// <summary>The id of IHostApplication.</summary>
    public static readonly Vst3Id Id = new(0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);

    /// <summary>The functions.</summary>
    public Vst3HostApplicationVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3HostApplication"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3HostApplicationVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(host, text of 128 characters) Receives its name.</summary>
    public delegate* unmanaged[Cdecl]<void*, char*, int> GetName;

    /// <summary>(host, class id, interface id, receives an interface) Creates messages and attribute lists.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Id*, Vst3Id*, void**, int> CreateInstance;
}
