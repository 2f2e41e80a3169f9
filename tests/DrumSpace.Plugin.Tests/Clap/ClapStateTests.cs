using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Clap;

[Collection("log")]
public class ClapStateTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2, PluginFormat.Clap)]
    [InlineData(PluginFormat.Clap, PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap, PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst2, PluginFormat.Vst3)]
    [InlineData(PluginFormat.Vst3, PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3, PluginFormat.Vst3)]
    public void A_song_saved_in_one_format_comes_back_in_the_other_byte_by_byte(PluginFormat from, PluginFormat to)
    {
        using HostedPlugin saved = BuiltPlugin.Load(from);
        using HostedPlugin restored = BuiltPlugin.Load(to);
        for (int index = 0; index < saved.Parameters.Count; index++)
        {
            saved.Parameters[index].Value = 0.1f + (0.15f * index % 0.9f);
        }

        byte[] state = saved.GetState();
        Assert.True(restored.SetState(state));
        Assert.Equal(state, restored.GetState());
        Assert.NotEqual(state, FreshState());
    }

    [Fact]
    public void A_state_that_was_taken_is_reported_to_the_host()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        Assert.True(plugin.SetState(FreshState()));
        Assert.Equal(1, plugin.ParameterRescans);
        Assert.Empty(plugin.Log);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(100_000)]
    public void A_state_cut_short_or_drawn_out_changes_nothing_and_both_logs_say_so(int change)
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        plugin.Parameter("Z2").Value = 0.123f;
        byte[] before = plugin.GetState();
        byte[] damaged = change < 0 ? before[..^-change] : change > before.Length ? [.. before, .. new byte[change]] : before[..change];
        long log = BuiltPlugin.LogLength;
        Assert.False(plugin.SetState(damaged));
        Assert.Equal(before, plugin.GetState());
        Assert.Equal(0, plugin.ParameterRescans);
        Assert.Contains("State chunk, byte", BuiltPlugin.LogSince(log));
        Assert.StartsWith("Error: DrumSpace could not take the state", Assert.Single(plugin.Log));
    }

    private static byte[] FreshState()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        return plugin.GetState();
    }
}
