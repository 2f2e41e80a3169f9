using DrumSpace.Abi.Clap;
using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Clap;

public class ClapIdentityTests
{
    [Fact]
    public void It_is_an_instrument_with_stereo_output_under_an_id_that_never_changes()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        Assert.Equal("org.drumspace.drumspace", plugin.Id);
        Assert.Equal("DrumSpace", plugin.Name);
        Assert.Equal("DrumSpace", plugin.Vendor);
        Assert.Equal("0.1.0", plugin.Version);
        Assert.Equal(["instrument", "drum-machine", "stereo"], plugin.Features);
        Assert.Equal((0, 2), (plugin.InputCount, plugin.OutputCount));
        Assert.Equal(0, plugin.Latency);
        Assert.Equal(ClapNoteDialects.Midi | ClapNoteDialects.Clap, plugin.NoteDialects(isInput: true));
        Assert.Equal(ClapNoteDialects.Midi | ClapNoteDialects.Clap, plugin.NoteDialects(isInput: false));
    }

    [Fact]
    public void Its_parameters_are_those_of_VST2_in_the_same_order_with_the_same_values()
    {
        using ClapPlugin clap = BuiltPlugin.LoadClap();
        using Vst2Plugin vst = BuiltPlugin.Load();
        Assert.Equal(vst.Parameters.Select(p => p.Name), clap.Parameters.Select(p => p.Name));
        Assert.Equal(vst.Parameters.Select(p => p.CanBeAutomated), clap.Parameters.Select(p => p.CanBeAutomated));
        Assert.All(vst.Parameters.Zip(clap.Parameters), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-6f));
    }

    [Fact]
    public void A_value_reads_with_its_unit_and_every_text_that_is_shown_sets_it_again()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        plugin.Parameter("Z1").Value = 0.25f;
        Assert.Equal("25.0 %", plugin.Parameter("Z1").Display);
        plugin.Parameter("Kit Vol").Value = 0.5f;
        Assert.Equal("-12.0 dB", plugin.Parameter("Kit Vol").Display);
        plugin.Parameter("Kit Vol").Value = 0;
        Assert.Equal("off", plugin.Parameter("Kit Vol").Display);
        foreach (PluginParameter parameter in plugin.Parameters)
        {
            foreach (float value in (float[])[0, 0.3f, 0.5f, 1])
            {
                parameter.Value = value;
                string shown = parameter.Display;
                parameter.Value = 1 - value;
                Assert.True(parameter.TrySetText(shown));
                Assert.Equal(shown, parameter.Display);
            }

            Assert.False(parameter.TrySetText("no value at all"));
        }
    }

    [Fact]
    public void A_stepped_parameter_takes_whole_numbers_and_keeps_to_its_steps()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        PluginParameter mute = plugin.Parameter("Snare Mute");
        mute.Value = 0.4f;
        Assert.Equal((0f, "off"), (mute.Value, mute.Display));
        mute.Value = 0.6f;
        Assert.Equal((1f, "on"), (mute.Value, mute.Display));
        PluginParameter rate = plugin.Parameter("Time");
        rate.Value = 0.5f;
        Assert.Equal((0.5f, "normal"), (rate.Value, rate.Display));
    }

    [Fact]
    public void An_extension_that_it_has_not_is_answered_with_nothing()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        Assert.Equal(0, plugin.Extension("clap.gui.of.another.age"));
        Assert.Equal(0, plugin.Extension(""));
        Assert.NotEqual(0, plugin.Extension("clap.params"));
    }

    [Fact]
    public void The_library_in_VST2_clothes_is_no_CLAP_plugin_that_a_host_would_miss()
    {
        BuiltPlugin.SkipUnlessBuilt();
        using HostedPlugin vst = HostedPlugin.Load(BuiltPlugin.LibraryPath);
        using HostedPlugin clap = HostedPlugin.Load(BuiltPlugin.ClapPath);
        Assert.IsType<Vst2Plugin>(vst);
        Assert.IsType<ClapPlugin>(clap);
    }
}
