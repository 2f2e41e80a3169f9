using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>The layouts of CLAP 1.2: sizes and offsets as clang gives them for the public C headers on x86-64 (version 1.2.10).</summary>
public class ClapLayoutTests
{
    public static TheoryData<Type, int> Sizes { get; } = new()
    {
        { typeof(ClapVersion), 12 },
        { typeof(ClapPluginEntry), 40 },
        { typeof(ClapPluginFactory), 24 },
        { typeof(ClapPluginDescriptor), 88 },
        { typeof(ClapInstance), 96 },
        { typeof(ClapHost), 88 },
        { typeof(ClapProcess), 64 },
        { typeof(ClapAudioBuffer), 32 },
        { typeof(ClapEventHeader), 16 },
        { typeof(ClapEventNote), 40 },
        { typeof(ClapEventParam), 56 },
        { typeof(ClapEventTransport), 104 },
        { typeof(ClapEventMidi), 24 },
        { typeof(ClapInputEvents), 24 },
        { typeof(ClapOutputEvents), 16 },
        { typeof(ClapParamInfo), 1320 },
        { typeof(ClapPluginParams), 48 },
        { typeof(ClapAudioPortInfo), 288 },
        { typeof(ClapNotePortInfo), 268 },
        { typeof(ClapHostParams), 24 },
    };

    public static TheoryData<Type, string, int> Offsets { get; } = new()
    {
        { typeof(ClapEventNote), nameof(ClapEventNote.Velocity), 32 },
        { typeof(ClapEventParam), nameof(ClapEventParam.Cookie), 24 },
        { typeof(ClapEventParam), nameof(ClapEventParam.Value), 48 },
        { typeof(ClapEventTransport), nameof(ClapEventTransport.Tempo), 40 },
        { typeof(ClapEventTransport), nameof(ClapEventTransport.BarStart), 88 },
        { typeof(ClapEventTransport), nameof(ClapEventTransport.TimeSignatureDenominator), 102 },
        { typeof(ClapEventMidi), nameof(ClapEventMidi.Data), 18 },
        { typeof(ClapParamInfo), nameof(ClapParamInfo.MinValue), 1296 },
        { typeof(ClapAudioPortInfo), nameof(ClapAudioPortInfo.PortType), 272 },
        { typeof(ClapAudioPortInfo), nameof(ClapAudioPortInfo.InPlacePair), 280 },
        { typeof(ClapNotePortInfo), nameof(ClapNotePortInfo.Name), 12 },
        { typeof(ClapProcess), nameof(ClapProcess.Transport), 16 },
        { typeof(ClapProcess), nameof(ClapProcess.OutputEvents), 56 },
        { typeof(ClapInstance), nameof(ClapInstance.OnMainThread), 88 },
        { typeof(ClapAudioBuffer), nameof(ClapAudioBuffer.ConstantMask), 24 },
        { typeof(ClapPluginDescriptor), nameof(ClapPluginDescriptor.Features), 80 },
        { typeof(ClapHost), nameof(ClapHost.RequestCallback), 80 },
        { typeof(ClapPluginEntry), nameof(ClapPluginEntry.GetFactory), 32 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_struct_has_the_size_that_C_gives_it(Type type, int size) => Assert.Equal(size, Marshal.SizeOf(type));

    [Theory]
    [MemberData(nameof(Offsets))]
    public void A_field_lies_where_C_lays_it(Type type, string field, int offset) =>
        Assert.Equal(offset, (int)Marshal.OffsetOf(type, field));
}
