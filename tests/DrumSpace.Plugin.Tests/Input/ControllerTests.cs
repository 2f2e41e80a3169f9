using DrumSpace.Host;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Playing;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>Controllers, learnt and not, and numbers of 14 bits; the same in every format.</summary>
public class ControllerTests
{
    private const int KnobOfTheBassDrum = 16;

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void A_controller_counts_from_its_own_frame_on(PluginFormat format)
    {
        // One block of 16 steps: the bass drum of the steps 0 and 8 plays where the knob is up.
        Assert.Equal([0], Kicks(format, Messages.Controller(0, KnobOfTheBassDrum, 127), Messages.Controller(1, KnobOfTheBassDrum, 0)));
        Assert.Equal([8], Kicks(format, Messages.Controller((8 * Messages.Sixteenth) - 1, KnobOfTheBassDrum, 127)));
        Assert.Equal([], Kicks(format, Messages.Controller((8 * Messages.Sixteenth) + 1, KnobOfTheBassDrum, 127)));
        Assert.Equal([8], Kicks(format, Messages.Number((8 * Messages.Sixteenth) - 1, 0, 0x3FFF)));
        Assert.Equal([], Kicks(format, Messages.Number((8 * Messages.Sixteenth) + 1, 0, 0x3FFF)));
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Before_anything_is_learnt_the_general_purpose_controllers_are_the_knobs_and_the_volume_is_the_kits(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        PluginParameter[] own = BuiltPlugin.OwnParameters(plugin);
        float[] before = [.. own.Select(parameter => parameter.Value)];
        Messages.PlayStopped(plugin, [.. Enumerable.Range(0, 128).Where(IsNoNumber).Select(number => Messages.Controller(0, number, 10))]);
        string[] moved = [.. own.Where(p => p.Value != before[p.Index]).Select(p => p.Name)];
        Assert.Equal(["Z1", "Z2", "Z3", "Z4", "Kit Vol"], moved);
        Assert.All(moved, name => Assert.Equal(10 / 127f, plugin.Parameter(name).Value, 1e-6f));
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Every_parameter_is_reached_by_its_number_in_14_bits_and_the_host_is_told(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        string[] commands = ["Store", "MIDI Learn", "Find Beat", "Undo", "Capture"];
        foreach (PluginParameter parameter in BuiltPlugin.OwnParameters(plugin).Where(parameter => !commands.Contains(parameter.Name)))
        {
            float value = parameter.Value > 0.5f ? 0 : 1;
            Messages.PlayStopped(plugin, Messages.Number(3, parameter.Index, (int)value * 0x3FFF));
            Assert.Equal(value, parameter.Value);
            Assert.Contains((parameter.Name, value), Messages.Reported(plugin));
            Messages.PlayStopped(plugin, Messages.Number(3, parameter.Index, 5000));
            ParameterRange range = ParameterTable.All[parameter.Index].Range;
            float expected = range.IsStepped ? range.AtStep((int)Math.Round((range.StepCount - 1) * 5000 / 16383.0)) : 5000 / 16383f;
            Assert.Equal(expected, parameter.Value, 1e-6f);
        }
    }

    [Fact]
    public void A_switch_is_on_from_64_up_and_a_choice_goes_to_the_nearest_of_its_steps()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        Learn(plugin, "Snare Mute", 20);
        Learn(plugin, "Change At", 21);
        Messages.PlayStopped(plugin, Messages.Controller(0, 20, 64), Messages.Controller(0, 21, 90));
        Assert.Equal(("on", "bar"), (plugin.Parameter("Snare Mute").Display, plugin.Parameter("Change At").Display));
        Assert.Equal(0.75f, plugin.Parameter("Change At").Value);
        Messages.PlayStopped(plugin, Messages.Controller(0, 20, 63), Messages.Controller(0, 21, 127));
        Assert.Equal(("off", "pattern"), (plugin.Parameter("Snare Mute").Display, plugin.Parameter("Change At").Display));
        Assert.Equal(0, plugin.Parameter("Snare Mute").Value);
    }

    [Fact]
    public void A_command_can_be_played_by_a_controller_and_the_host_is_told_that_it_went_back()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        Learn(plugin, "Store", 22);
        plugin.ClearEdits();
        Messages.PlayStopped(plugin, Messages.Controller(0, 22, 16)); // the first of eight steps
        Assert.Equal("-", plugin.Parameter("Store").Display);
        plugin.Parameter("Store").TrySetText("3");
        Messages.PlayStopped(plugin);
        Assert.Equal([("Store", 0f)], Messages.Reported(plugin));
    }

    [Fact]
    public void What_the_host_does_is_not_told_back_to_it()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Parameter("Z1").Value = 0.3f;
        Assert.True(plugin.Parameter("Swing").TrySetText("60"));
        Messages.PlayStopped(plugin);
        plugin.Program = 4;
        Messages.PlayStopped(plugin);
        byte[] state = plugin.GetState();
        plugin.Program = 2;
        Assert.True(plugin.SetState(state));
        Messages.PlayStopped(plugin);
        Assert.Empty(plugin.Edits.ToArray());
        Messages.PlayStopped(plugin, new ShortMessage(0, 0xC0, 6, 0));
        Assert.NotEmpty(Messages.Reported(plugin));
        Assert.Equal(6, plugin.Program);
    }

    /// <summary>Touches a parameter and ties a controller to it.</summary>
    internal static void Learn(HostedPlugin plugin, string parameter, int controller)
    {
        plugin.Parameter(parameter).Value = plugin.Parameter(parameter).Value > 0.5f ? 0.25f : 0.75f;
        plugin.Parameter("MIDI Learn").Value = 0.5f;
        Messages.PlayStopped(plugin, Messages.Controller(5, controller, 0));
        Assert.Equal("off", plugin.Parameter("MIDI Learn").Display);
    }

    private static bool IsNoNumber(int controller) => controller is not (6 or 38 or 98 or 99);

    private static long[] Kicks(PluginFormat format, params ShortMessage[] messages)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.Parameter("Change At").Value = 0;
        Rendering rendering = Messages.PlayBar(plugin, messages);
        Steps.AssertAllEnd(rendering);
        return Steps.StepsOf(rendering, Steps.BassDrum);
    }
}
