using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Tests;

/// <summary>The layouts of VST 2.4 on 64-bit systems, as public descriptions give them.</summary>
public sealed class Vst2LayoutTests
{
    [Fact]
    public void A_struct_has_the_size_that_C_gives_it()
    {
        Assert.Equal(192, Unsafe.SizeOf<AEffect>());
        Assert.Equal(8, Unsafe.SizeOf<EditorRectangle>());
        Assert.Equal(VstEvents.HeaderSize, Unsafe.SizeOf<VstEvents>());
        Assert.Equal(32, Unsafe.SizeOf<VstMidiEvent>());
        Assert.Equal(88, Unsafe.SizeOf<VstTimeInfo>());
        Assert.Equal(152, Unsafe.SizeOf<VstParameterProperties>());
    }

    [Fact]
    public void A_field_lies_where_C_lays_it()
    {
        Assert.Equal(56, Marshal.OffsetOf<AEffect>(nameof(AEffect.Flags)));
        Assert.Equal(112, Marshal.OffsetOf<AEffect>(nameof(AEffect.UniqueId)));
        Assert.Equal(120, Marshal.OffsetOf<AEffect>(nameof(AEffect.ProcessReplacing)));
        Assert.Equal(24, Marshal.OffsetOf<VstMidiEvent>(nameof(VstMidiEvent.Data)));
        Assert.Equal(84, Marshal.OffsetOf<VstTimeInfo>(nameof(VstTimeInfo.Flags)));
        Assert.Equal(112, Marshal.OffsetOf<VstParameterProperties>(nameof(VstParameterProperties.CategoryLabel)));
    }
}
