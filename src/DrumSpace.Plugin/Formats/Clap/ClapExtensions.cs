using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The plugin's extensions by id, and those of one or two functions: tail, render and the plugin's own diagnostics. Main thread;
/// <see cref="Find"/> on any, the tail on the audio thread too.
/// </summary>
internal static unsafe class ClapExtensions
{
    // The plugin's own extension: a struct of one function (instance, number of a Diagnostic) that returns 64 bits.
    private static ReadOnlySpan<byte> DiagnosticsId => "org.drumspace.diagnostics"u8;

    private static readonly ClapPluginTail* Tail = HostMemory.Keep(new ClapPluginTail { Get = &GetTailEntry });
    private static readonly ClapPluginRender* Render =
        HostMemory.Keep(new ClapPluginRender { HasHardRealtimeRequirement = &NeedsRealTimeEntry, Set = &SetRenderModeEntry });

    private static readonly nint* Diagnostics =
        HostMemory.Keep((nint)(delegate* unmanaged[Cdecl]<ClapInstance*, int, long>)&ReadDiagnosticEntry);

    /// <summary>Finds an extension.</summary>
    /// <param name="id">Its id in UTF-8.</param>
    /// <returns>Its struct, which is never freed; null for an unknown one.</returns>
    public static void* Find(ReadOnlySpan<byte> id) =>
        id.SequenceEqual(ClapExtension.Params) ? ClapParams.Struct
        : id.SequenceEqual(ClapExtension.State) ? ClapState.Struct
        : id.SequenceEqual(ClapExtension.AudioPorts) ? ClapPorts.AudioPorts
        : id.SequenceEqual(ClapExtension.NotePorts) ? ClapPorts.NotePorts
        : id.SequenceEqual(ClapExtension.Gui) ? ClapGui.Struct
        : id.SequenceEqual(ClapExtension.TimerSupport) ? ClapGui.Timers
        : id.SequenceEqual(ClapExtension.Tail) ? Tail
        : id.SequenceEqual(ClapExtension.Render) ? Render
        : id.SequenceEqual(DiagnosticsId) ? Diagnostics
        : null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetTailEntry(ClapInstance* instance) => (uint)(ClapPlugin.Of(instance)?.Core.TailFrames ?? 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte NeedsRealTimeEntry(ClapInstance* instance) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SetRenderModeEntry(ClapInstance* instance, ClapRenderMode mode)
    {
        if (ClapPlugin.Of(instance) is not { } plugin || mode is not (ClapRenderMode.RealTime or ClapRenderMode.Offline))
        {
            return 0;
        }

        plugin.Processor.SetRenderMode(isOffline: mode == ClapRenderMode.Offline);
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long ReadDiagnosticEntry(ClapInstance* instance, int diagnostic) =>
        ClapPlugin.Of(instance)?.Processor.Read((Diagnostic)diagnostic) ?? -1;
}
