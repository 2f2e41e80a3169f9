using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The ports: a stereo audio output, a note input and a note output. Main thread.</summary>
internal static unsafe class ClapPorts
{
    private static readonly byte* Stereo = HostMemory.KeepText("stereo");

    /// <summary>The extension that describes the audio ports.</summary>
    public static ClapPluginAudioPorts* AudioPorts { get; } =
        HostMemory.Keep(new ClapPluginAudioPorts { Count = &CountAudioPortsEntry, Get = &GetAudioPortEntry });

    /// <summary>The extension that describes the note ports.</summary>
    public static ClapPluginNotePorts* NotePorts { get; } =
        HostMemory.Keep(new ClapPluginNotePorts { Count = &CountNotePortsEntry, Get = &GetNotePortEntry });

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

        // Both dialects have notes; only MIDI has controllers and program changes.
        *info = new ClapNotePortInfo
        {
            SupportedDialects = ClapNoteDialects.Midi | ClapNoteDialects.Clap,
            PreferredDialect = ClapNoteDialects.Midi,
        };
        HostText.Write(info->Name, ClapParamInfo.NameSize, isInput != 0 ? "MIDI" : "Beat");
        return 1;
    }
}
