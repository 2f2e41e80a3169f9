using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Tests;

/// <summary>A CLAP plugin that breaks the rules must not break the host; the plugin logs the thread of each call.</summary>
public sealed class ClapPluginTests
{
    [Fact]
    public void Each_call_comes_on_the_thread_that_CLAP_prescribes()
    {
        using ClapPlugin plugin = Load();
        plugin.Resume();
        plugin.Resume();
        plugin.Suspend();
        string[] expected =
        [
            "init on main", "activate on main", "start on audio", "reset on audio", "stop on audio", "deactivate on main",
        ];
        Assert.Equal(expected.Select(line => $"{ClapLogSeverity.Info}: {line}"), plugin.Log);
    }

    [Fact]
    public void A_plugin_that_does_not_start_is_deactivated_and_stays_suspended()
    {
        using ClapPlugin plugin = Load("clap_refuses_start");
        Assert.Throws<InvalidOperationException>(plugin.Resume);
        Assert.False(plugin.IsResumed);
        Assert.Equal("Info: deactivate on main", plugin.Log[^1]);
    }

    [Fact]
    public void A_block_that_fails_is_silent()
    {
        using ClapPlugin plugin = Load();
        plugin.Resume();
        plugin.Process(64);
        Assert.Equal(1, plugin.Output(1)[63]);
        plugin.Parameter("Level").Value = 0.75f;
        plugin.Process(64);
        Assert.Equal(0, plugin.Output(1)[63]);
    }

    [Fact]
    public void Note_ons_without_velocity_stay_note_ons_and_truncated_events_are_dropped()
    {
        using ClapPlugin plugin = Load();
        plugin.Resume();
        plugin.Process(64);
        Assert.Equal([new ShortMessage(0, 0x99, 36, 1), new ShortMessage(1, 0x99, 42, 100)], plugin.Emitted.ToArray());
        Assert.Equal(1, plugin.DroppedEvents);
    }

    [Fact]
    public void A_parameter_with_an_empty_range_is_0_and_unterminated_texts_are_cut()
    {
        using ClapPlugin plugin = Load();
        plugin.Resume();
        plugin.Process(64);
        PluginParameter second = plugin.Parameters[1];
        Assert.Equal(0, second.Value);
        Assert.Equal([new ParameterEdit(ParameterEditKind.Automate, 1, 0)], plugin.Edits.ToArray());
        Assert.Equal(new string('x', 255), second.Name);
        Assert.Equal(new string('z', 255), second.Display);
    }

    [Fact]
    public void A_call_after_disposal_throws_instead_of_entering_freed_code()
    {
        ClapPlugin plugin = Load();
        PluginParameter level = plugin.Parameter("Level");
        plugin.Dispose();
        plugin.Dispose();
        Assert.ThrowsAny<Exception>(() => plugin.Name);
        Assert.ThrowsAny<Exception>(() => level.Value);
        Assert.ThrowsAny<Exception>(plugin.Resume);
        Assert.ThrowsAny<Exception>(() => plugin.Process(64));
        Assert.False(plugin.QueueMidi(new ShortMessage(0, 0x90, 60, 1)));
    }

    private static ClapPlugin Load(string name = "clap_rogue")
    {
        ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path(name));
        plugin.Configure(48000, 64);
        return plugin;
    }
}
