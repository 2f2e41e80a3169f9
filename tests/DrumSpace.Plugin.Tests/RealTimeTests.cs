using DrumSpace.Host;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Tests.Playing;

namespace DrumSpace.Plugin.Tests;

/// <summary>What the audio thread may not do, counted in a process of its own whose C library is watched, and by the plugin itself.</summary>
public class RealTimeTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void Processing_allocates_nothing_and_takes_no_lock_whatever_transport_and_parameters_do(PluginFormat format)
    {
        BuiltPlugin.SkipUnlessBuilt();
        string library = format == PluginFormat.Clap ? BuiltPlugin.ClapPath : BuiltPlugin.LibraryPath;
        int seed = Environment.TickCount & 0xFFFFFF;
        Dictionary<string, long> counted = Probe.Run(library, BuiltPlugin.LogPath, seed, 150_000, isOffline: false, BuiltPlugin.ModelFolder);
        string[] forbidden = ["allocations", "locks", "waits", "files", "managed", "collections"];
        Assert.All(forbidden, what => Assert.True(counted[what] == 0, $"{counted[what]} {what} in process(); seed {seed}."));
        Assert.True(counted["events"] > 1000 && counted["decodes"] > 100 && counted["peak"] == 1, $"Nothing was played; seed {seed}.");
        Assert.Equal(0, counted["unload"]);
    }

    [Fact]
    public void The_watch_sees_what_it_should_see_when_a_block_decodes_by_itself()
    {
        BuiltPlugin.SkipUnlessBuilt();
        Dictionary<string, long> counted = Probe.Run(BuiltPlugin.LibraryPath, BuiltPlugin.LogPath, 1, 2_000, isOffline: true, BuiltPlugin.ModelFolder);
        Assert.True(counted["allocations"] > 100, "ONNX Runtime allocates in every run, but the watch saw none.");
        Assert.Equal(0, counted["managed"]);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
    public void The_plugin_itself_counts_no_managed_byte_while_a_song_is_played_in_real_time(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        HostTransport transport = new(48_000, 140, HostQuirks.Ardour);
        using Renderer renderer = new(plugin, transport, new RenderOptions
        {
            BlockSize = 1024,
            Pacing = ProcessPacing.RealTime,
            Automation = [new AutomationCurve("Z1", new AutomationPoint(0, 0), new AutomationPoint(2, 1))],
        });
        renderer.Prepare();
        transport.Start();
        renderer.RenderBlocks(48_000);
        transport.Stop();
        renderer.RenderBlocks(1024);
        Assert.Equal(0, BuiltPlugin.Diagnose(plugin, Diagnostic.ProcessBytes));
        Assert.True(BuiltPlugin.Diagnose(plugin, Diagnostic.DecodedPatterns) > 5);
        Steps.AssertAllEnd(renderer.Finish());
    }
}
