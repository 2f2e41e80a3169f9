using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>The library's exports: the entry of VST 2.4, and its older name, which some hosts look for first. Main thread.</summary>
public static unsafe class Vst2Entry
{
    /// <summary>Creates an instance.</summary>
    /// <param name="host">The host's callback.</param>
    /// <returns>The instance; null without a callback, or if it cannot be created: the log tells why.</returns>
    [UnmanagedCallersOnly(EntryPoint = "VSTPluginMain", CallConvs = [typeof(CallConvCdecl)])]
    public static AEffect* VstPluginMain(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host) => Create(host);

    /// <summary>As <see cref="VstPluginMain"/>.</summary>
    /// <param name="host">The host's callback.</param>
    /// <returns>The instance or null.</returns>
    [UnmanagedCallersOnly(EntryPoint = "main", CallConvs = [typeof(CallConvCdecl)])]
    public static AEffect* OldMain(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host) => Create(host);

    /// <summary>An address within this library, by which the system finds its file.</summary>
    internal static void* Address =>
        (delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint>, AEffect*>)&VstPluginMain;

    private static AEffect* Create(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host)
    {
        try
        {
            return host == null ? null : Vst2Plugin.Create(host);
        }
        catch (Exception e)
        {
            PluginLog.Write($"The plugin cannot start: {e}");
            return null;
        }
    }
}
