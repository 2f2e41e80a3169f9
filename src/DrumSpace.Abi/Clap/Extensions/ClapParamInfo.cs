using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The description of a parameter; texts are UTF-8 with a closing zero.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapParamInfo
{
    /// <summary>The size of <see cref="Name"/>, and of every other name in CLAP.</summary>
    public const int NameSize = 256;

    /// <summary>The size of <see cref="Module"/>.</summary>
    public const int ModuleSize = 1024;

    /// <summary>The id, for ever.</summary>
    public uint Id;

    /// <summary>What it can.</summary>
    public ClapParamFlags Flags;

    /// <summary>The plugin's own pointer, which events bring back.</summary>
    public void* Cookie;

    /// <summary>The name.</summary>
    public fixed byte Name[NameSize];

    /// <summary>The group as a path with slashes; may be empty.</summary>
    public fixed byte Module[ModuleSize];

    /// <summary>The least value.</summary>
    public double MinValue;

    /// <summary>The greatest value.</summary>
    public double MaxValue;

    /// <summary>The value before anybody touched it.</summary>
    public double DefaultValue;
}
