using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IPlugViewContentScaleSupport: a view that the host tells the scale of the screen. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugViewContentScaleSupport
{
    /// <summary>The id of IPlugViewContentScaleSupport.</summary>
    public static readonly Vst3Id Id = new(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F);

    /// <summary>The functions.</summary>
    public Vst3PlugViewContentScaleSupportVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PlugViewContentScaleSupport"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PlugViewContentScaleSupportVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(view, scale) The scale, 1 where a screen has 96 dots an inch.</summary>
    public delegate* unmanaged[Cdecl]<void*, float, int> SetContentScaleFactor;
}
