using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>pluginval: "Automatable Parameters", "Parameters" and "Fuzz parameters"; whatever parameters the table has.</summary>
public abstract class ParametersTests(PluginFormat format)
{
    public sealed class OfVst2() : ParametersTests(PluginFormat.Vst2);

    public sealed class OfClap() : ParametersTests(PluginFormat.Clap);

    public sealed class OfVst3() : ParametersTests(PluginFormat.Vst3);

    [Fact]
    public void Parameters_have_names_of_their_own_and_defaults_within_the_range_that_read_and_can_be_typed()
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        Assert.Equal(plugin.Parameters.Count, plugin.Parameters.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        PluginParameter[] own = BuiltPlugin.OwnParameters(plugin);
        Assert.Equal(Parameters.ParameterTable.Count, format == PluginFormat.Vst3 ? own.Length : plugin.Parameters.Count);
        foreach (PluginParameter parameter in own)
        {
            Assert.InRange(parameter.Name.Length, 1, 23);
            Assert.InRange(parameter.Value, 0, 1);
            string shown = parameter.Display;
            Assert.True(shown.Length > 0, $"{parameter.Name} shows nothing.");
            Assert.True(parameter.TrySetText(shown), $"{parameter.Name} does not take its own \"{shown}\".");
            Assert.Equal(shown, parameter.Display);
        }
    }

    [Fact]
    public void Automatable_parameters_keep_the_value_that_is_set_to_within_their_step_and_both_ends_stay_apart()
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        foreach (PluginParameter parameter in Validated.AutomatableParameters(plugin))
        {
            parameter.Value = 0;
            string least = parameter.Display;
            Assert.Equal(0, parameter.Value);
            parameter.Value = 1;
            Assert.Equal(1, parameter.Value);
            Assert.True(least != parameter.Display, $"{parameter.Name} shows \"{least}\" at both ends.");
        }
    }

    [Fact]
    public void Fuzz_parameters()
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        byte[] state = plugin.GetState();
        foreach (PluginParameter parameter in BuiltPlugin.OwnParameters(plugin))
        {
            for (int time = 0; time < 5; time++)
            {
                parameter.Value = random.NextSingle();
                string shown = parameter.Display;
                Assert.InRange(parameter.Value, 0, 1);
                Assert.True(parameter.TrySetText(shown), $"{parameter.Name} does not take its own \"{shown}\".");
                Assert.Equal(shown, parameter.Display);
                parameter.TrySetText(new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(1, 0xD800))]));
                Assert.InRange(parameter.Value, 0, 1);
            }
        }

        Validated.AssertPlays(plugin, state);
    }
}
