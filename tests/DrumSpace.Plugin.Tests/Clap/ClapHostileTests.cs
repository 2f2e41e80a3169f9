using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>What no well-meaning host does.</summary>
public unsafe class ClapHostileTests
{
    [Fact]
    public void Blocks_without_events_outputs_frames_or_time_are_stood()
    {
        using Host.ClapPlugin plugin = BuiltPlugin.LoadClap();
        plugin.Configure(48_000, 64);
        plugin.Resume();
        ClapInstance* instance = (ClapInstance*)plugin.Instance;
        Assert.Equal(ClapProcessStatus.Error, instance->Process(instance, null));
        ClapProcess empty = default;
        Assert.Equal(ClapProcessStatus.Continue, instance->Process(instance, &empty));
        empty.FrameCount = 100_000;
        Assert.Equal(ClapProcessStatus.Continue, instance->Process(instance, &empty));
        ClapAudioBuffer port = new() { ChannelCount = 2 };
        empty.AudioOutputs = &port;
        empty.AudioOutputCount = 1;
        Assert.Equal(ClapProcessStatus.Continue, instance->Process(instance, &empty));
        ClapInputEvents noFunctions = default;
        ClapOutputEvents noTarget = default;
        empty.InputEvents = &noFunctions;
        empty.OutputEvents = &noTarget;
        Assert.Equal(ClapProcessStatus.Continue, instance->Process(instance, &empty));
    }

    [Fact]
    public void Functions_without_an_instance_or_a_place_for_the_answer_answer_nothing()
    {
        using Host.ClapPlugin plugin = BuiltPlugin.LoadClap();
        ClapInstance* instance = (ClapInstance*)plugin.Instance;
        Assert.Equal(0, instance->Init(null));
        Assert.Equal(0, instance->Activate(null, 48_000, 1, 64));
        instance->Reset(null);
        instance->StopProcessing(null);
        instance->OnMainThread(null);
        Assert.True(instance->GetExtension(instance, null) == null);
        ClapPluginParams* parameters = (ClapPluginParams*)plugin.Extension("clap.params");
        Assert.Equal(0, parameters->GetInfo(instance, 0, null));
        Assert.Equal(0, parameters->GetValue(instance, 0, null));
        Assert.Equal(0, parameters->ValueToText(instance, 0, 0.5, null, 10));
        Assert.Equal(0, parameters->TextToValue(instance, 0, null, null));
        parameters->Flush(instance, null, null);
        double value;
        ClapParamInfo info;
        Assert.Equal(0, parameters->GetValue(instance, uint.MaxValue, &value));
        Assert.Equal(0, parameters->GetInfo(instance, uint.MaxValue, &info));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(-48_000)]
    [InlineData(double.PositiveInfinity)]
    public void A_sample_rate_that_cannot_be_is_refused_and_the_right_one_is_taken_afterwards(double rate)
    {
        using Host.ClapPlugin plugin = BuiltPlugin.LoadClap();
        ClapInstance* instance = (ClapInstance*)plugin.Instance;
        Assert.Equal(0, instance->Activate(instance, rate, 1, 64));
        Assert.Equal(0, instance->Activate(instance, 48_000, 0, 0));
        Assert.Equal(1, instance->Activate(instance, 48_000, 1, uint.MaxValue));
        instance->Deactivate(instance);
    }

    [Fact]
    public void Values_that_are_no_numbers_or_lie_beyond_the_range_are_limited()
    {
        using Host.ClapPlugin plugin = BuiltPlugin.LoadClap();
        plugin.Parameter("Z1").Value = 0.25f;
        plugin.Parameter("Z1").Value = float.PositiveInfinity;
        Assert.Equal(1, plugin.Parameter("Z1").Value);
        plugin.Parameter("Z1").Value = float.NegativeInfinity;
        Assert.Equal(0, plugin.Parameter("Z1").Value);
        plugin.Parameter("Z1").Value = 0.25f;
        plugin.Parameter("Z1").Value = BitConverter.Int32BitsToSingle(0x7FC00000); // not a number
        Assert.Equal(0.25f, plugin.Parameter("Z1").Value);
        plugin.Parameter("Seed").Value = 5;
        Assert.Equal(1, plugin.Parameter("Seed").Value);
    }
}
