using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>pluginval: "Plugin state" and "Plugin state restoration", at its strictest: the bytes come back too.</summary>
public abstract class PluginStateTests(PluginFormat format)
{
    public sealed class OfVst2() : PluginStateTests(PluginFormat.Vst2);

    public sealed class OfClap() : PluginStateTests(PluginFormat.Clap);

    public sealed class OfVst3() : PluginStateTests(PluginFormat.Vst3);

    [Fact]
    public void Plugin_state_comes_back_whole_after_every_parameter_moved()
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        byte[] original = plugin.GetState();
        float[] values = Values(plugin);
        foreach (PluginParameter parameter in Validated.AutomatableParameters(plugin))
        {
            parameter.Value = random.NextSingle();
        }

        Assert.NotEqual(values, Values(plugin));
        Assert.True(plugin.SetState(original));
        Assert.Equal(values, Values(plugin));
        Assert.Equal(original, plugin.GetState());
    }

    [Fact]
    public void Plugin_state_restoration_of_each_parameter_by_itself()
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        byte[] original = plugin.GetState();
        foreach (PluginParameter parameter in Validated.AutomatableParameters(plugin))
        {
            float value = parameter.Value;
            parameter.Value = random.NextSingle();
            Assert.True(plugin.SetState(original));
            Assert.True(value == parameter.Value, $"{parameter.Name} is {parameter.Value} and was {value}.");
        }

        Assert.Equal(original, plugin.GetState());
    }

    [Fact]
    public void Plugin_state_of_an_instance_at_one_rate_plays_the_same_steps_in_another_at_another()
    {
        Random random = Validated.Random();
        using HostedPlugin saved = BuiltPlugin.LoadHiHat(format);
        saved.Parameter("Z1").Value = 0.75f + (0.25f * random.NextSingle());
        BlockPlayer first = new(saved);
        first.Prepare(96_000, 32);
        first.PlayTo(31.9, 32);
        byte[] state = saved.GetState();
        using HostedPlugin restored = BuiltPlugin.Load((PluginFormat)(((int)format + 1) % 3));
        BlockPlayer second = new(restored);
        second.Prepare(44_100, 1024);
        second.Play(1024);
        Assert.True(restored.SetState(state));
        second.Prepare(22_050, 4096);
        second.PlayTo(31.9, 441);
        Assert.Equal(first.Steps.Keys.Order(), second.Steps.Keys.Order());
        Assert.Contains(Playing.Steps.BassDrum, first.Steps.Keys);
        Assert.All(first.Steps, drum => Assert.Equal(drum.Value, second.Steps[drum.Key]));
        Assert.Equal(state, restored.GetState());
    }

    private static float[] Values(HostedPlugin plugin) => [.. BuiltPlugin.OwnParameters(plugin).Select(p => p.Value)];
}
