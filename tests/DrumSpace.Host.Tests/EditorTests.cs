namespace DrumSpace.Host.Tests;

/// <summary>The host's side of plugins' windows.</summary>
public sealed class EditorTests
{
    private static readonly ParameterEdit[] Gesture =
    [
        new(ParameterEditKind.Begin, 1, 0), new(ParameterEditKind.Automate, 1, 0.25f), new(ParameterEditKind.End, 1, 0),
    ];

    [Fact]
    public void A_VST2_window_is_opened_lives_by_idle_time_and_is_closed()
    {
        using HostedPlugin plugin = HostedPlugin.Load(NativePlugins.Path("window"));
        Assert.Equal((300, 200), plugin.EditorSize);
        Assert.False(plugin.TryOpenEditor(8));
        Assert.True(plugin.TryOpenEditor(7));
        Assert.True(plugin.IsEditorOpen);
        Assert.Equal((300, 200), plugin.EditorSize);
        plugin.IdleEditor();
        Assert.Equal(Gesture, plugin.Edits.ToArray());
        Assert.Equal((600, 400), plugin.EditorSize);
        plugin.CloseEditor();
        plugin.CloseEditor();
        Assert.False(plugin.IsEditorOpen);
    }

    [Fact]
    public void A_CLAP_window_is_opened_in_order_lives_by_its_timer_and_flushes_its_gestures()
    {
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_window"));
        OpenUntilItsTimerAndClose(plugin);
        string[] calls = ["init", "create", "parent 7", "show", "timer", "flush", "hide", "destroy"];
        Assert.Equal(calls.Select(call => $"Info: {call} on main"), plugin.Log);
    }

    [Fact]
    public void A_CLAP_window_that_finds_no_place_is_destroyed()
    {
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_window"));
        Assert.False(plugin.TryOpenEditor(8));
        Assert.False(plugin.IsEditorOpen);
        Assert.Equal("Info: destroy on main", plugin.Log[^1]);
    }

    [Fact]
    public void A_VST3_window_is_opened_in_order_and_lives_by_its_timer_and_its_files()
    {
        using Vst3Probe probe = new("vst3_window");
        Vst3Plugin plugin = probe.Plugin;
        plugin.EditorScale = 1.5f;
        _ = probe.Calls;
        OpenUntilItsTimerAndClose(plugin);
        string[] calls =
        [
            "editor", "X11EmbedWindowID", "frame", "scale 1.5", "attached to 7", "readable", "timer", "size 600 x 400", "removed",
            "no frame", "view freed",
        ];
        Assert.Equal(calls.Select(call => "controller " + call), probe.Calls);
    }

    [Fact]
    public void What_a_VST3_window_leaves_in_the_main_loop_is_given_back_with_the_plugin()
    {
        using Vst3Probe probe = new("vst3_window_forgets");
        Assert.True(probe.Plugin.TryOpenEditor(7));
        probe.Plugin.CloseEditor();
        Assert.DoesNotContain("controller view freed", probe.Calls);
        probe.Plugin.Dispose();
        Assert.Equal("controller view freed", probe.Calls[0]);
    }

    [Fact]
    public void A_VST3_window_that_finds_no_place_is_given_back()
    {
        using Vst3Probe probe = new("vst3_window");
        Assert.False(probe.Plugin.TryOpenEditor(8));
        Assert.False(probe.Plugin.IsEditorOpen);
        Assert.Equal(["controller attached to another", "controller no frame", "controller view freed"], probe.Calls[^3..]);
    }

    [Theory]
    [InlineData("probe")]
    [InlineData("clap_rogue")]
    [InlineData("vst3_probe")]
    public void A_plugin_without_a_window_opens_none(string name)
    {
        using HostedPlugin plugin = name == "clap_rogue"
            ? ClapPlugin.Load(NativePlugins.Path(name))
            : HostedPlugin.Load(NativePlugins.Path(name));
        Assert.False(plugin.TryOpenEditor(7));
        Assert.Null(plugin.EditorSize);
        plugin.IdleEditor();
        plugin.CloseEditor();
    }

    // The windows of both test plugins ask in their timer for another size, and make a gesture.
    private static void OpenUntilItsTimerAndClose(HostedPlugin plugin)
    {
        Assert.True(plugin.TryOpenEditor(7));
        Assert.Equal((300, 200), plugin.EditorSize);
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                plugin.IdleEditor();
                return plugin.Edits.Length > 0;
            },
            TimeSpan.FromSeconds(30)));
        Assert.Equal(Gesture.Select(edit => edit with { Parameter = 0 }), plugin.Edits.ToArray());
        Assert.Equal((600, 400), plugin.EditorSize);
        plugin.CloseEditor();
        plugin.CloseEditor();
        Thread.Sleep(5);
        plugin.IdleEditor();
        Assert.Null(plugin.EditorSize);
    }
}
