using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>pluginval: "Plugin programs". CLAP knows none; there a program change in the MIDI input selects them.</summary>
public abstract class PluginProgramsTests(PluginFormat format)
{
    public sealed class OfVst2() : PluginProgramsTests(PluginFormat.Vst2)
    {
        [Fact]
        public void All_program_names_are_there_and_each_program_can_be_walked_to_and_back()
        {
            using Vst2Plugin plugin = BuiltPlugin.Load();
            int current = plugin.Program;
            Assert.InRange(current, 0, plugin.ProgramCount - 1);
            for (int program = 0; program < plugin.ProgramCount; program++)
            {
                string name = plugin.GetProgramName(program);
                Assert.NotEqual("", name);
                plugin.Program = program;
                Assert.Equal((program, name), (plugin.Program, plugin.ProgramName));
            }

            plugin.Program = current;
            Assert.Equal(current, plugin.Program);
        }
    }

    public sealed class OfClap() : PluginProgramsTests(PluginFormat.Clap);

    public sealed class OfVst3() : PluginProgramsTests(PluginFormat.Vst3);

    [Fact]
    public void Changing_program_at_random_while_it_plays_disturbs_nothing_and_the_first_comes_back_as_it_was()
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        BlockPlayer player = new(plugin);
        player.Prepare(48_000, 256);
        float[] before = Values(plugin);
        for (int change = 0; change < 200; change++)
        {
            plugin.QueueMidi(new ShortMessage(random.Next(256), 0xC0, (byte)random.Next(128), 0));
            player.Play(256);
        }

        plugin.QueueMidi(new ShortMessage(0, 0xC0, 0, 0));
        player.Play(256);
        Assert.Equal(before, Values(plugin));
        player.Stop();
    }

    private static float[] Values(HostedPlugin plugin) => [.. plugin.Parameters.Select(p => p.Value)];
}
