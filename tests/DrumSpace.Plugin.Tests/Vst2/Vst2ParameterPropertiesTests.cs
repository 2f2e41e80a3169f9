using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Tests.Vst2;

public class Vst2ParameterPropertiesTests
{
    [Theory]
    [InlineData(0, "Z1", "Space", 8, 0.01f, ParameterFlags.CanRamp)]
    [InlineData(5, "Density", "Play", 16, 0.01f, ParameterFlags.CanRamp)]
    [InlineData(12, "Length", "Play", 16, 1 / 31f, (ParameterFlags)0)]
    [InlineData(14, "Time", "Play", 16, 0.5f, (ParameterFlags)0)]
    [InlineData(59, "Kick Lock", "Lock", 14, 1, ParameterFlags.IsSwitch)]
    public unsafe void A_host_learns_the_steps_and_the_group_of_a_parameter(
        int index, string label, string group, int count, float step, ParameterFlags flags)
    {
        using RawEffect effect = new();
        VstParameterProperties properties;
        Assert.Equal(152, sizeof(VstParameterProperties));
        Assert.Equal(1, effect.Dispatch(EffectOpcode.GetParameterProperties, index, 0, (nint)(&properties)));
        Assert.Equal(label, Marshal.PtrToStringUTF8((nint)properties.Label));
        Assert.Equal(label[..Math.Min(label.Length, 7)], Marshal.PtrToStringUTF8((nint)properties.ShortLabel));
        Assert.Equal(group, Marshal.PtrToStringUTF8((nint)properties.CategoryLabel));
        Assert.Equal((index, count), (properties.DisplayIndex, properties.CategoryCount));
        Assert.Equal(step, properties.StepFloat);
        const ParameterFlags always = ParameterFlags.HasDisplayIndex | ParameterFlags.HasCategory | ParameterFlags.UsesFloatStep;
        Assert.Equal(always | flags, properties.Flags);
    }

    [Fact]
    public void Without_a_record_or_a_parameter_nothing_is_answered()
    {
        using RawEffect effect = new();
        Assert.Equal(0, effect.Dispatch(EffectOpcode.GetParameterProperties));
        Assert.Equal("", effect.Text(EffectOpcode.GetParameterProperties, 10_000));
    }
}
