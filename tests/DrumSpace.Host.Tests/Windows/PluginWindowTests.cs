using DrumSpace.Host.Windows;

namespace DrumSpace.Host.Tests.Windows;

/// <summary>A plugin's window in a window of ours.</summary>
public sealed class PluginWindowTests
{
    [Fact]
    public void Our_window_gets_the_size_of_the_plugin_and_follows_it()
    {
        using FakeWindow outer = new();
        using HostedPlugin plugin = HostedPlugin.Load(NativePlugins.Path("window"));
        using PluginWindow window = PluginWindow.Open(plugin, outer);
        Assert.Equal(["300 x 200, fixed"], outer.Calls);

        // In its idle time the test plugin asks for another size.
        window.Serve();
        Assert.Equal(["300 x 200, fixed", "600 x 400, fixed"], outer.Calls);
        window.Serve();
        Assert.Equal(2, outer.Calls.Count);
    }

    [Fact]
    public void When_the_user_closes_it_the_plugin_is_closed_first_and_lives_on()
    {
        using FakeWindow outer = new();
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_window"));
        using PluginWindow window = PluginWindow.Open(plugin, outer);
        outer.Spaces = 3;
        Assert.Equal(3, window.TakeSpaces());
        outer.PressClose();
        window.Serve();
        Assert.False(window.IsOpen);
        Assert.False(plugin.IsEditorOpen);
        Assert.Equal("gone", outer.Calls[^1]);
        Assert.Equal(0, window.TakeSpaces());

        // Plugins have calls on the main thread without a window, too.
        window.Serve();
    }

    [Fact]
    public void A_user_may_resize_a_plugin_that_allows_it_and_no_other()
    {
        using FakeWindow outer = new();
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_resizable"));
        using PluginWindow window = PluginWindow.Open(plugin, outer);
        Assert.DoesNotContain(outer.Calls, call => call.Contains("fixed", StringComparison.Ordinal));
        Assert.True(plugin.CanResizeEditor);
        outer.DragTo(457, 333);
        window.Serve();
        Assert.Equal((450, 330), plugin.EditorSize);
        Assert.Contains("Info: resized to 450 x 330 on main", plugin.Log);

        using ClapPlugin other = ClapPlugin.Load(NativePlugins.Path("clap_window"));
        using PluginWindow fixedWindow = PluginWindow.Open(other, new FakeWindow());
        Assert.False(other.CanResizeEditor);
        Assert.False(other.TryResizeEditor(457, 333));
    }

    [Fact]
    public void A_CLAP_plugin_hears_of_its_files_on_the_main_thread()
    {
        using FakeWindow outer = new();
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_resizable"));
        using PluginWindow window = PluginWindow.Open(plugin, outer);
        window.Serve();
        Assert.Contains("Info: file is readable on main", plugin.Log);
        int heard = plugin.Log.Count(line => line.Contains("file", StringComparison.Ordinal));
        window.Serve();
        Assert.Equal(heard, plugin.Log.Count(line => line.Contains("file", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_restart_that_a_plugin_asks_for_is_told_once()
    {
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_resizable"));
        Assert.False(plugin.TakeRestartRequest());
        using PluginWindow window = PluginWindow.Open(plugin, new FakeWindow());
        Assert.True(plugin.TakeRestartRequest());
        Assert.False(plugin.TakeRestartRequest());
    }

    [Fact]
    public void A_plugin_that_has_no_window_says_so()
    {
        using FakeWindow outer = new();
        using HostedPlugin plugin = HostedPlugin.Load(NativePlugins.Path("probe"));
        PluginWindowException error = Assert.Throws<PluginWindowException>(() => PluginWindow.Open(plugin, outer));
        Assert.Equal("Probe has no window that can be shown here.", error.Message);
        Assert.Equal(["gone"], outer.Calls);
    }
}
