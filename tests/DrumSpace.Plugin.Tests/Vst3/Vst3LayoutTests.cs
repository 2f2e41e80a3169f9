using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>
/// The layouts of VST 3: sizes and offsets as gcc gives them for the public C header on x86-64 (version 3.8.1), and the numbers of
/// functions and the bytes of ids as that header has them.
/// </summary>
public class Vst3LayoutTests
{
    public static TheoryData<Type, int> Sizes { get; } = new()
    {
        { typeof(Vst3FactoryInfo), 452 },
        { typeof(Vst3ClassInfo), 116 },
        { typeof(Vst3ClassInfo2), 440 },
        { typeof(Vst3ClassInfoW), 696 },
        { typeof(Vst3BusInfo), 276 },
        { typeof(Vst3RoutingInfo), 12 },
        { typeof(Vst3ProcessSetup), 24 },
        { typeof(Vst3AudioBusBuffers), 24 },
        { typeof(Vst3ProcessData), 80 },
        { typeof(Vst3ParameterInfo), 792 },
        { typeof(Vst3NoteOn), 20 },
        { typeof(Vst3NoteOff), 16 },
        { typeof(Vst3DataEvent), 16 },
        { typeof(Vst3PolyPressure), 12 },
        { typeof(Vst3LegacyMidiCCOut), 4 },
        { typeof(Vst3Event), 48 },
        { typeof(Vst3ProcessContext), 112 },
        { typeof(Vst3UnitInfo), 268 },
        { typeof(Vst3ProgramListInfo), 264 },
        { typeof(Vst3ViewRect), 16 },
    };

    public static TheoryData<Type, string, int> Offsets { get; } = new()
    {
        { typeof(Vst3ClassInfo), nameof(Vst3ClassInfo.Name), 52 },
        { typeof(Vst3ClassInfo2), nameof(Vst3ClassInfo2.SdkVersion), 376 },
        { typeof(Vst3ClassInfoW), nameof(Vst3ClassInfoW.Name), 52 },
        { typeof(Vst3ClassInfoW), nameof(Vst3ClassInfoW.ClassFlags), 180 },
        { typeof(Vst3ClassInfoW), nameof(Vst3ClassInfoW.Vendor), 312 },
        { typeof(Vst3FactoryInfo), nameof(Vst3FactoryInfo.Flags), 448 },
        { typeof(Vst3BusInfo), nameof(Vst3BusInfo.Name), 12 },
        { typeof(Vst3BusInfo), nameof(Vst3BusInfo.BusType), 268 },
        { typeof(Vst3ProcessSetup), nameof(Vst3ProcessSetup.SampleRate), 16 },
        { typeof(Vst3AudioBusBuffers), nameof(Vst3AudioBusBuffers.SilenceFlags), 8 },
        { typeof(Vst3AudioBusBuffers), nameof(Vst3AudioBusBuffers.Channels), 16 },
        { typeof(Vst3ProcessData), nameof(Vst3ProcessData.Inputs), 24 },
        { typeof(Vst3ProcessData), nameof(Vst3ProcessData.ProcessContext), 72 },
        { typeof(Vst3ParameterInfo), nameof(Vst3ParameterInfo.StepCount), 772 },
        { typeof(Vst3ParameterInfo), nameof(Vst3ParameterInfo.DefaultNormalizedValue), 776 },
        { typeof(Vst3ParameterInfo), nameof(Vst3ParameterInfo.Flags), 788 },
        { typeof(Vst3Event), nameof(Vst3Event.Type), 18 },
        { typeof(Vst3Event), nameof(Vst3Event.NoteOn), 24 },
        { typeof(Vst3Event), nameof(Vst3Event.MidiCCOut), 24 },
        { typeof(Vst3NoteOff), nameof(Vst3NoteOff.Tuning), 12 },
        { typeof(Vst3ProcessContext), nameof(Vst3ProcessContext.ProjectTimeMusic), 40 },
        { typeof(Vst3ProcessContext), nameof(Vst3ProcessContext.Tempo), 72 },
        { typeof(Vst3ProcessContext), nameof(Vst3ProcessContext.Chord), 88 },
        { typeof(Vst3ProcessContext), nameof(Vst3ProcessContext.FrameRate), 96 },
        { typeof(Vst3ProcessContext), nameof(Vst3ProcessContext.SamplesToNextClock), 104 },
        { typeof(Vst3UnitInfo), nameof(Vst3UnitInfo.ProgramListId), 264 },
        { typeof(Vst3ProgramListInfo), nameof(Vst3ProgramListInfo.ProgramCount), 260 },
    };

    public static TheoryData<Type, int> FunctionCounts { get; } = new()
    {
        { typeof(Vst3UnknownVtbl), 3 },
        { typeof(Vst3StreamVtbl), 7 },
        { typeof(Vst3PluginBaseVtbl), 5 },
        { typeof(Vst3PluginFactoryVtbl), 7 },
        { typeof(Vst3PluginFactory2Vtbl), 8 },
        { typeof(Vst3PluginFactory3Vtbl), 10 },
        { typeof(Vst3PlugViewVtbl), 15 },
        { typeof(Vst3PlugFrameVtbl), 4 },
        { typeof(Vst3PlugViewContentScaleSupportVtbl), 4 },
        { typeof(Vst3EventHandlerVtbl), 4 },
        { typeof(Vst3TimerHandlerVtbl), 4 },
        { typeof(Vst3RunLoopVtbl), 7 },
        { typeof(Vst3ComponentVtbl), 14 },
        { typeof(Vst3AudioProcessorVtbl), 11 },
        { typeof(Vst3ProcessContextRequirementsVtbl), 4 },
        { typeof(Vst3ComponentHandlerVtbl), 7 },
        { typeof(Vst3ComponentHandler2Vtbl), 7 },
        { typeof(Vst3EditControllerVtbl), 18 },
        { typeof(Vst3EditController2Vtbl), 6 },
        { typeof(Vst3MidiMappingVtbl), 4 },
        { typeof(Vst3EventListVtbl), 6 },
        { typeof(Vst3ParamValueQueueVtbl), 7 },
        { typeof(Vst3ParameterChangesVtbl), 6 },
        { typeof(Vst3MessageVtbl), 6 },
        { typeof(Vst3ConnectionPointVtbl), 6 },
        { typeof(Vst3AttributeListVtbl), 11 },
        { typeof(Vst3StreamAttributesVtbl), 5 },
        { typeof(Vst3HostApplicationVtbl), 5 },
        { typeof(Vst3PlugInterfaceSupportVtbl), 4 },
        { typeof(Vst3UnitHandlerVtbl), 5 },
        { typeof(Vst3UnitInformationVtbl), 15 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_struct_has_the_size_that_C_gives_it(Type type, int size) => Assert.Equal(size, Marshal.SizeOf(type));

    [Theory]
    [MemberData(nameof(Offsets))]
    public void A_field_lies_where_C_lays_it(Type type, string field, int offset) =>
        Assert.Equal(offset, (int)Marshal.OffsetOf(type, field));

    [Theory]
    [MemberData(nameof(FunctionCounts))]
    public void A_table_has_all_functions_of_its_interface(Type type, int count) => Assert.Equal(count * 8, Marshal.SizeOf(type));

    [Theory]
    [InlineData(false, "E831FF31F2D54301928EBBEE25697802")]
    [InlineData(true, "31FF31E8D5F20143928EBBEE25697802")]
    public void An_id_has_the_bytes_of_its_system(bool isGuid, string bytes)
    {
        Vst3Id id = new(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802, isGuid);

        Assert.Equal(bytes, Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<Vst3Id>(in id))));
        Assert.Equal(16, Unsafe.SizeOf<Vst3Id>());
    }

    [Fact]
    public void The_speakers_have_their_bits()
    {
        Assert.Equal(3UL, (ulong)Vst3SpeakerArrangement.Stereo);
        Assert.Equal(0x80000UL, (ulong)Vst3SpeakerArrangement.Mono);
    }
}
