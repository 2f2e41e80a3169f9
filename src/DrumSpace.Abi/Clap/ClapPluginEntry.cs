using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>What a library exports as data under the name `clap_entry`: the way to everything else.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginEntry
{
    /// <summary>The exported name.</summary>
    public const string SymbolName = "clap_entry";

    /// <summary>The version that the library was made for.</summary>
    public ClapVersion ClapVersion;

    /// <summary>(path of the library) First call; returns 0 when the library cannot be used. May come several times.</summary>
    public delegate* unmanaged[Cdecl]<byte*, byte> Init;

    /// <summary>Last call; once for each successful <see cref="Init"/>.</summary>
    public delegate* unmanaged[Cdecl]<void> Deinit;

    /// <summary>(factory id) Returns a factory, or null. Any thread.</summary>
    public delegate* unmanaged[Cdecl]<byte*, void*> GetFactory;
}
