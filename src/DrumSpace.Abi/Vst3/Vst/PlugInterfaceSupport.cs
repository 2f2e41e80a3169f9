using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IPlugInterfaceSupport: which interfaces of a plugin a host uses; the host's object may have it. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugInterfaceSupport
{
    /// <summary>The id of IPlugInterfaceSupport.</summary>
    public static readonly Vst3Id Id = new(0x4FB58B9E, 0x9EAA4E0F, 0xAB361C1C, 0xCCB56FEA);

    /// <summary>The functions.</summary>
    public Vst3PlugInterfaceSupportVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PlugInterfaceSupport"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugInterfaceSupportVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(host, interface id) Ok if the host uses it.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Id*, int> IsPlugInterfaceSupported;
}
