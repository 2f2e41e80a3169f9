using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>What the library exports: the entry of VST 2.4, and its older name, which some hosts look for first. Main thread.</summary>
public static unsafe class Vst2Entry
{
    /// <summary>Makes an instance.</summary>
    /// <param name="host">The host's callback.</param>
    /// <returns>The instance; null when the caller is no host or the instance cannot be made (the log tells why).</returns>
    [UnmanagedCallersOnly(EntryPoint = "VSTPluginMain", CallConvs = [typeof(CallConvCdecl)])]
    public static AEffect* VstPluginMain(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host) => Make(host);

    /// <summary>As <see cref="VstPluginMain"/>.</summary>
    /// <param name="host">The host's callback.</param>
    /// <returns>The instance or null.</returns>
    [UnmanagedCallersOnly(EntryPoint = "main", CallConvs = [typeof(CallConvCdecl)])]
    public static AEffect* OldMain(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host) => Make(host);

    /// <summary>An address within this library, by which the system knows its file.</summary>
    internal static void* Address =>
        (delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint>, AEffect*>)&VstPluginMain;

    private static AEffect* Make(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host)
    {
        try
        {
            return host == null ? null : Vst2Effect.Make(host);
        }
        catch (Exception e)
        {
            PluginLog.Write($"The plugin cannot start: {e}");
            return null;
        }
    }
}
