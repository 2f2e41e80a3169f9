using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>Which parameter a controller is tied to, and how long.</summary>
public class LearnTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void The_next_controller_on_any_channel_is_tied_to_the_parameter_touched_last(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        plugin.Parameter("Density").Value = 0.1f;
        plugin.Parameter("Swing").Value = 0.2f;
        Arm(plugin);
        Messages.PlayStopped(plugin);
        Assert.Equal("learn", plugin.Parameter("MIDI Learn").Display);
        Messages.PlayStopped(plugin, new ShortMessage(9, 0xB7, 30, 127));
        Assert.Equal((1f, 0.1f), (plugin.Parameter("Swing").Value, plugin.Parameter("Density").Value));
        Assert.Contains(("MIDI Learn", 0f), Messages.Reported(plugin));
        Messages.PlayStopped(plugin, new ShortMessage(9, 0xB2, 30, 0));
        Assert.Equal(0, plugin.Parameter("Swing").Value);
        Messages.PlayStopped(plugin, new ShortMessage(9, 0xB2, 31, 99));
        Assert.Equal(0, plugin.Parameter("Swing").Value);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void A_curve_that_the_host_draws_meanwhile_does_not_steal_the_controller(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        HostTransport transport = new(48_000, 120);
        int block = 0;
        using Renderer renderer = new(plugin, transport, new RenderOptions
        {
            BlockSize = 480,
            KeepsAudio = false,
            Automation = [new AutomationCurve("Density", new AutomationPoint(0, 0), new AutomationPoint(8, 1))],
            BlockRendered = _ =>
            {
                switch (block++)
                {
                    case 100: // a second of the curve
                        plugin.Parameter("Fill").Value = 0.9f;
                        break;
                    case 110:
                        Arm(plugin);
                        break;
                    case 150:
                        plugin.QueueMidi(Messages.Controller(0, 40, 64));
                        break;
                }
            },
        });
        renderer.Prepare();
        transport.Start();
        renderer.RenderBlocks(96_000);
        renderer.Finish();
        Assert.Equal(64 / 127f, plugin.Parameter("Fill").Value, 1e-6f);
        Assert.InRange(plugin.Parameter("Density").Value, 0.4f, 1);
    }

    [Fact]
    public void Only_what_can_be_a_knob_is_learnt()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Parameter("Fill").Value = 0.9f;
        Arm(plugin);
        int[] never = [0, 6, 32, 38, 96, 97, 98, 99, 100, 101, 120, 121, 122, 123, 124, 125, 126, 127];
        Messages.PlayStopped(plugin, [.. never.Select(number => Messages.Controller(0, number, 0)), Messages.Controller(0, 64, 0)]);
        Assert.Equal("learn", plugin.Parameter("MIDI Learn").Display);
        Messages.PlayStopped(plugin, Messages.Controller(0, 64, 127)); // a pedal that goes down
        Assert.Equal((1f, "off"), (plugin.Parameter("Fill").Value, plugin.Parameter("MIDI Learn").Display));
    }

    [Fact]
    public void Forgetting_unmaps_every_controller_of_the_parameter_touched_last_and_no_other()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        ControllerTests.Learn(plugin, "Fill", 20);
        ControllerTests.Learn(plugin, "Z1", 21);
        Assert.True(plugin.Parameter("MIDI Learn").TrySetText("forget"));
        Messages.PlayStopped(plugin);
        Assert.Equal("off", plugin.Parameter("MIDI Learn").Display);
        Messages.PlayStopped(plugin, Messages.Controller(0, 16, 100), Messages.Controller(0, 21, 100), Messages.Controller(0, 20, 127));
        Assert.Equal((0f, 1f), (plugin.Parameter("Z1").Value, plugin.Parameter("Fill").Value));
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Mappings_live_in_the_state_and_not_in_programs(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        byte[] untouched = plugin.GetState();
        ControllerTests.Learn(plugin, "Fill", 20);
        Messages.PlayStopped(plugin, new ShortMessage(0, 0xC0, 3, 0), Messages.Controller(1, 20, 127));
        Assert.Equal(1, plugin.Parameter("Fill").Value);
        plugin.Suspend();

        using HostedPlugin reopened = BuiltPlugin.Load(format);
        Assert.True(reopened.SetState(plugin.GetState()));
        Assert.Equal(plugin.GetState(), reopened.GetState());
        Messages.PlayStopped(reopened, Messages.Controller(0, 20, 0));
        Assert.Equal(0, reopened.Parameter("Fill").Value);
        reopened.Suspend();

        Assert.True(reopened.SetState(untouched));
        Messages.PlayStopped(reopened, Messages.Controller(0, 20, 127));
        Assert.NotEqual(1, reopened.Parameter("Fill").Value);
    }

    private static void Arm(HostedPlugin plugin) => plugin.Parameter("MIDI Learn").Value = 0.5f;
}
