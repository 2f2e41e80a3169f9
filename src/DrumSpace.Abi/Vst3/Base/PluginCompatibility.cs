using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>
/// IPluginCompatibility: an object of a class of its own in the factory, which names the classes that others replace. Hosts prefer the
/// same list in the bundle's moduleinfo.json.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginCompatibility
{
    /// <summary>The id of IPluginCompatibility.</summary>
    public static readonly Vst3Id Id = new(0x4AFD4B6A, 0x35D7C240, 0xA5C31414, 0xFB7D15E6);

    /// <summary>The functions.</summary>
    public Vst3PluginCompatibilityVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PluginCompatibility"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginCompatibilityVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(object, stream) Writes the list as JSON in UTF-8: objects of "New", a class id, and "Old", a list of class ids.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Stream*, int> GetCompatibilityJson;
}
