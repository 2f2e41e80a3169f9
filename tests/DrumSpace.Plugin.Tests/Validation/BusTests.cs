using DrumSpace.Abi.Clap;
using DrumSpace.Abi.Vst2;
using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>pluginval: "Basic bus": "Listing available buses", "Enabling all buses", "Restoring default layout".</summary>
public class BusTests
{
    [Fact]
    public void Listing_available_buses_gives_no_input_and_one_stereo_output()
    {
        using Vst2Plugin vst = BuiltPlugin.Load();
        using ClapPlugin clap = BuiltPlugin.LoadClap();
        Assert.Equal((0, 2), (vst.InputCount, vst.OutputCount));
        Assert.Equal((0, 2), (clap.InputCount, clap.OutputCount));
    }

    [Fact]
    public unsafe void Listing_available_buses_of_CLAP_tells_the_main_port_and_nothing_beyond()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        ClapInstance* instance = (ClapInstance*)plugin.Instance;
        ClapPluginAudioPorts* ports = (ClapPluginAudioPorts*)plugin.Extension("clap.audio-ports");
        ClapAudioPortInfo info;
        Assert.Equal(1, ports->Get(instance, 0, 0, &info));
        Assert.Equal((2u, ClapAudioPortInfo.IsMain), (info.ChannelCount, info.Flags));
        Assert.Equal(0, ports->Get(instance, 1, 0, &info));
        Assert.Equal(0, ports->Get(instance, 0, 1, &info));
        Assert.Equal(0, ports->Get(instance, uint.MaxValue, 0, &info));
    }

    [Fact]
    public void Enabling_all_buses_and_restoring_the_default_layout_changes_nothing_of_the_sound()
    {
        using RawEffect effect = new();
        const int connectInput = 31;
        const int connectOutput = 32;
        const int setSpeakerArrangement = 42;
        foreach (int opcode in (int[])[connectInput, connectOutput, setSpeakerArrangement])
        {
            for (int pin = -1; pin < 8; pin++)
            {
                Assert.Equal(0, effect.Dispatch(opcode, pin, 1));
                Assert.Equal(0, effect.Dispatch(opcode, pin, 0));
            }
        }

        Assert.Equal((0, 2), (effect.Fields.InputCount, effect.Fields.OutputCount));
        Assert.Equal(0, effect.Dispatch(EffectOpcode.CanBeAutomated, -1));
        Assert.All(effect.Process(512, 1, accumulate: false)!, sample => Assert.Equal(0, sample));
    }
}
