using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>pluginval: "Automation": ten parameters anywhere before each sub-block of 32 frames, at every rate with every block length.</summary>
public abstract class AutomationTests(PluginFormat format)
{
    public sealed class OfVst2() : AutomationTests(PluginFormat.Vst2);

    public sealed class OfClap() : AutomationTests(PluginFormat.Clap)
    {
        [Fact]
        public void Automation_at_any_frame_of_a_block_gives_clean_sound()
        {
            Random random = Validated.Random();
            using ClapPlugin plugin = BuiltPlugin.LoadClap();
            PluginParameter[] parameters = Validated.AutomatableParameters(plugin);
            BlockPlayer player = new(plugin, 960);
            player.Prepare(48_000, 1024);
            for (int block = 0; block < 300; block++)
            {
                foreach (int frame in Enumerable.Range(0, 20).Select(_ => random.Next(1024)).Order())
                {
                    Assert.True(plugin.QueueParameter(frame, random.GetItems(parameters, 1)[0].Index, random.NextSingle()));
                }

                player.Play(1024);
            }

            player.Stop();
        }
    }

    public sealed class OfVst3() : AutomationTests(PluginFormat.Vst3);

    private const int SubBlock = 32;

    [Fact]
    public void Automation_at_sub_block_sizes_gives_clean_sound_and_the_plugin_plays_on()
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        byte[] state = plugin.GetState();
        PluginParameter[] parameters = Validated.AutomatableParameters(plugin);
        BlockPlayer player = new(plugin, 960);
        foreach (double rate in Validated.SampleRates)
        {
            foreach (int block in Validated.BlockSizes)
            {
                player.Prepare(rate, block);
                ShortMessage note = Validated.Note(random);
                plugin.QueueMidi(note);
                for (int done = 0; done < 10 * block; done += Math.Min(SubBlock, block))
                {
                    foreach (PluginParameter parameter in random.GetItems(parameters, 10))
                    {
                        parameter.Value = random.NextSingle();
                    }

                    player.Play(Math.Min(SubBlock, block));
                }

                plugin.QueueMidi(Validated.EndOf(note));
                player.Stop();
            }
        }

        Validated.AssertPlays(plugin, state);
    }
}
