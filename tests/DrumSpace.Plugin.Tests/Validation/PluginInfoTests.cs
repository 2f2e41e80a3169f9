using DrumSpace.Abi.Vst2;
using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>pluginval: "Plugin info"; and "Editor", of which there is none to open.</summary>
public abstract class PluginInfoTests(PluginFormat format)
{
    public sealed class OfVst2() : PluginInfoTests(PluginFormat.Vst2)
    {
        [Fact]
        public void SupportsDoublePrecision_is_not_claimed()
        {
            using Vst2Plugin plugin = BuiltPlugin.Load();
            Assert.False(plugin.Flags.HasFlag(EffectFlags.CanDoubleReplacing));
        }

        [Fact]
        public void Editor_is_claimed_with_its_size_and_an_order_to_open_it_nowhere_is_declined()
        {
            using Vst2Plugin plugin = BuiltPlugin.Load();
            Assert.True(plugin.Editor.IsSupported);
            Assert.NotNull(plugin.Editor.Size);
            Assert.False(plugin.Editor.Open(0));
            plugin.Editor.Idle();
            plugin.Editor.Close();
        }
    }

    public sealed class OfClap() : PluginInfoTests(PluginFormat.Clap)
    {
        [Fact]
        public void Editor_is_claimed()
        {
            using ClapPlugin plugin = BuiltPlugin.LoadClap();
            Assert.NotEqual(0, plugin.Extension("clap.gui"));
        }
    }

    public sealed class OfVst3() : PluginInfoTests(PluginFormat.Vst3);

    [Fact]
    public void Plugin_info_is_the_same_before_and_after_it_was_used()
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        var fresh = Info(plugin);
        BlockPlayer player = new(plugin);
        player.Prepare(44_100, 512);
        player.Play(512);
        Assert.Equal(fresh, Info(plugin));
        plugin.Suspend();
        Assert.Equal(fresh, Info(plugin));
    }

    [Fact]
    public void Reported_latency_is_none_and_the_reported_tail_is_as_long_at_every_rate()
    {
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        foreach (double rate in Validated.SampleRates)
        {
            new BlockPlayer(plugin).Prepare(rate, 64);
            Assert.Equal(0, plugin.Latency);

            // The crash cymbal's three seconds. VST3 hosts stop a plugin without input after its tail, so there it has no end.
            Assert.Equal(format == PluginFormat.Vst3 ? int.MaxValue : 3 * (int)rate, plugin.Tail);
        }
    }

    private static (string, string, int, int, int) Info(HostedPlugin plugin) =>
        (plugin.Name, plugin.Vendor, plugin.Parameters.Count, plugin.ProgramCount, plugin.Latency);
}
