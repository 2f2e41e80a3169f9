using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The state extension: the chunk of the bank, the same bytes in every format. Main thread.</summary>
internal static unsafe class ClapState
{
    /// <summary>The extension.</summary>
    public static ClapPluginState* Struct { get; } = HostMemory.Keep(new ClapPluginState { Save = &SaveEntry, Load = &LoadEntry });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SaveEntry(ClapInstance* instance, ClapOutputStream* stream) =>
        ClapPlugin.OnMainThread(instance, "save", plugin =>
            stream != null && new ClapStream(null, stream).Write(plugin.Core.SaveState(programOnly: false)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte LoadEntry(ClapInstance* instance, ClapInputStream* stream) => ClapPlugin.OnMainThread(instance, "load", plugin =>
    {
        if (stream == null || new ClapStream(stream, null).ReadToEnd() is not { } chunk || !plugin.Core.TryLoadState(chunk))
        {
            plugin.Host.LogError($"DrumSpace could not take the state and stays as it was; {PluginLog.FilePath} tells why.");
            return false;
        }

        plugin.Processor.Mirror.ConfirmAll();
        plugin.Host.RescanValues();
        plugin.Host.LogWarning(plugin.Core.Status);
        return true;
    });
}
