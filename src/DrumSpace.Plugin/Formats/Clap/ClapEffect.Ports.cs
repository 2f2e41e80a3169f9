using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The extensions that describe the plugin: a stereo output, a note port each way, no latency, the kit's tail, the pace of blocks; and
/// figures of its own for tests and measurements.
/// </summary>
internal sealed unsafe partial class ClapEffect
{
    /// <summary>
    /// The id of the plugin's own extension: a struct of one function (instance, number) that answers a <see cref="Diagnostic"/>.
    /// </summary>
    private static ReadOnlySpan<byte> DiagnosticsId => "org.drumspace.diagnostics"u8;

    private static readonly byte* Stereo = ClapMemory.KeepText("stereo");
    private static readonly ClapPluginAudioPorts* AudioPorts =
        ClapMemory.Keep(new ClapPluginAudioPorts { Count = &CountAudioPortsEntry, Get = &GetAudioPortEntry });

    private static readonly ClapPluginNotePorts* NotePorts =
        ClapMemory.Keep(new ClapPluginNotePorts { Count = &CountNotePortsEntry, Get = &GetNotePortEntry });

    private static readonly ClapPluginLatency* Latency = ClapMemory.Keep(new ClapPluginLatency { Get = &GetLatencyEntry });
    private static readonly ClapPluginTail* Tail = ClapMemory.Keep(new ClapPluginTail { Get = &GetTailEntry });
    private static readonly ClapPluginRender* Render =
        ClapMemory.Keep(new ClapPluginRender { HasHardRealtimeRequirement = &NeedsRealTimeEntry, Set = &SetRenderModeEntry });

    private static readonly nint* Diagnostics =
        ClapMemory.Keep((nint)(delegate* unmanaged[Cdecl]<ClapInstance*, int, long>)&FigureEntry);

    private static void* FindExtension(ReadOnlySpan<byte> id) =>
        id.SequenceEqual(ClapExtension.Params) ? Params
        : id.SequenceEqual(ClapExtension.State) ? State
        : id.SequenceEqual(ClapExtension.AudioPorts) ? AudioPorts
        : id.SequenceEqual(ClapExtension.NotePorts) ? NotePorts
        : id.SequenceEqual(ClapExtension.Latency) ? Latency
        : id.SequenceEqual(ClapExtension.Tail) ? Tail
        : id.SequenceEqual(ClapExtension.Render) ? Render
        : id.SequenceEqual(DiagnosticsId) ? Diagnostics
        : null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint CountAudioPortsEntry(ClapInstance* instance, byte isInput) => isInput != 0 ? 0u : 1u;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetAudioPortEntry(ClapInstance* instance, uint index, byte isInput, ClapAudioPortInfo* info)
    {
        if (index != 0 || isInput != 0 || info == null)
        {
            return 0;
        }

        *info = new ClapAudioPortInfo
        {
            Flags = ClapAudioPortInfo.IsMain,
            ChannelCount = 2,
            PortType = Stereo,
            InPlacePair = ClapAudioPortInfo.NoPair,
        };
        HostText.Write(info->Name, ClapParamInfo.NameSize, "Kit");
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint CountNotePortsEntry(ClapInstance* instance, byte isInput) => 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetNotePortEntry(ClapInstance* instance, uint index, byte isInput, ClapNotePortInfo* info)
    {
        if (index != 0 || info == null)
        {
            return 0;
        }

        // Notes come and go either way; controllers and program changes are MIDI alone.
        *info = new ClapNotePortInfo
        {
            SupportedDialects = ClapNoteDialects.Midi | ClapNoteDialects.Clap,
            PreferredDialect = ClapNoteDialects.Midi,
        };
        HostText.Write(info->Name, ClapParamInfo.NameSize, isInput != 0 ? "MIDI" : "Beat");
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetLatencyEntry(ClapInstance* instance) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetTailEntry(ClapInstance* instance) => (uint)(Of(instance)?._core.TailFrames ?? 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte NeedsRealTimeEntry(ClapInstance* instance) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SetRenderModeEntry(ClapInstance* instance, ClapRenderMode mode)
    {
        ClapEffect? effect = Of(instance);
        if (effect == null || mode is not (ClapRenderMode.RealTime or ClapRenderMode.Offline))
        {
            return 0;
        }

        Volatile.Write(ref effect._renderMode, (int)mode);
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long FigureEntry(ClapInstance* instance, int figure) =>
        Of(instance) is { } effect ? DiagnosticReader.Read(effect._core, effect._allocated, (Diagnostic)figure) : -1;
}
