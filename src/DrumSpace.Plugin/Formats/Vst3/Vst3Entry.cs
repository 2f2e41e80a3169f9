using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The library's exports for VST 3: those of Linux and those of Windows. Main thread.</summary>
public static unsafe class Vst3Entry
{
    /// <summary>The host's first call on Linux. Does nothing.</summary>
    /// <param name="library">The library's handle.</param>
    /// <returns>1: the library can be used.</returns>
    [UnmanagedCallersOnly(EntryPoint = Vst3PluginFactory.EntrySymbolName, CallConvs = [typeof(CallConvCdecl)])]
    public static byte ModuleEntry(void* library) => 1;

    /// <summary>The host's last call on Linux. Does nothing: the runtime stays loaded.</summary>
    /// <returns>1.</returns>
    [UnmanagedCallersOnly(EntryPoint = Vst3PluginFactory.ExitSymbolName, CallConvs = [typeof(CallConvCdecl)])]
    public static byte ModuleExit() => 1;

    /// <summary>The host's first call on Windows. Does nothing.</summary>
    /// <returns>1: the library can be used.</returns>
    [UnmanagedCallersOnly(EntryPoint = Vst3PluginFactory.InitSymbolName, CallConvs = [typeof(CallConvCdecl)])]
    public static byte InitDll() => 1;

    /// <summary>The host's last call on Windows. Does nothing: the runtime stays loaded.</summary>
    /// <returns>1.</returns>
    [UnmanagedCallersOnly(EntryPoint = Vst3PluginFactory.ExitDllSymbolName, CallConvs = [typeof(CallConvCdecl)])]
    public static byte ExitDll() => 1;

    /// <summary>Returns the factory.</summary>
    /// <returns>A <see cref="Vst3PluginFactory"/> with a reference; null if it cannot be made: the log tells why.</returns>
    [UnmanagedCallersOnly(EntryPoint = Vst3PluginFactory.SymbolName, CallConvs = [typeof(CallConvCdecl)])]
    public static void* GetPluginFactory()
    {
        try
        {
            return Vst3Factory.Shared.Query(Vst3PluginFactory.Id);
        }
        catch (Exception e)
        {
            PluginLog.Write($"The plugin cannot start: {e}");
            return null;
        }
    }
}
