using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The functions behind the library's `clap_entry`, which clap_entry.c defines: C# cannot export data. Any thread.</summary>
public static unsafe class ClapEntry
{
    /// <summary>The host's first call; it may come again. Does nothing.</summary>
    /// <param name="path">The library's file.</param>
    /// <returns>1: the library can be used.</returns>
    [UnmanagedCallersOnly(EntryPoint = "drumspace_clap_init", CallConvs = [typeof(CallConvCdecl)])]
    public static byte Init(byte* path) => 1;

    /// <summary>The host's last call. Does nothing: the runtime stays loaded.</summary>
    [UnmanagedCallersOnly(EntryPoint = "drumspace_clap_deinit", CallConvs = [typeof(CallConvCdecl)])]
    public static void Deinit()
    {
    }

    /// <summary>Returns the factory of plugins.</summary>
    /// <param name="id">The id of a factory.</param>
    /// <returns>A <see cref="ClapPluginFactory"/>, or null for another factory.</returns>
    [UnmanagedCallersOnly(EntryPoint = "drumspace_clap_get_factory", CallConvs = [typeof(CallConvCdecl)])]
    public static void* GetFactory(byte* id)
    {
        try
        {
            return HostText.Bytes(id).SequenceEqual(ClapPluginFactory.Id) ? ClapFactory.Struct : null;
        }
        catch (Exception e)
        {
            PluginLog.Write($"The plugin cannot start: {e}");
            return null;
        }
    }
}
