using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A plugin's parameters. Main thread, but for <see cref="Flush"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginParams
{
    /// <summary>(instance) How many there are.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint> Count;

    /// <summary>(instance, index, info) Describes a parameter; returns 0 for an index that none has.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, ClapParamInfo*, byte> GetInfo;

    /// <summary>(instance, id, value) Gives a value; returns 0 for an id that no parameter has.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, double*, byte> GetValue;

    /// <summary>(instance, id, value, buffer, size) Writes a value as text; returns 0 when it cannot.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, double, byte*, uint, byte> ValueToText;

    /// <summary>(instance, id, text, value) Reads a text; returns 0 when it is no value.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, byte*, double*, byte> TextToValue;

    /// <summary>(instance, in, out) Takes and gives events of parameters without a block: audio thread while active, else main.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapInputEvents*, ClapOutputEvents*, void> Flush;
}
