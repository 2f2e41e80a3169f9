using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>The window's opcodes, in whatever order hosts call them.</summary>
public class Vst2WindowTests
{
    [Fact]
    public void A_host_asks_for_the_size_opens_idles_and_closes()
    {
        using WindowedEffect effect = new();
        Assert.True(effect.Flags.HasFlag(EffectFlags.HasEditor));
        Assert.Equal((600, 400), effect.Rectangle);
        Assert.True(effect.OpenWindow(7));
        effect.Idle();
        effect.CloseWindow();
        effect.CloseWindow();
        Assert.Equal(["open 7 600x400", "close"], effect.Window.Calls);
        Assert.Empty(effect.HostCalls);
    }

    [Fact]
    public void A_host_may_open_before_it_asks_for_the_size_and_twice()
    {
        using WindowedEffect effect = new();
        effect.Idle();
        effect.CloseWindow();
        Assert.True(effect.OpenWindow(7));
        Assert.True(effect.OpenWindow(8));
        Assert.Equal((600, 400), effect.Rectangle);
        Assert.Equal(["open 7 600x400", "close", "open 8 600x400"], effect.Window.Calls);
    }

    [Fact]
    public void A_host_that_closes_the_instance_with_its_window_open_hears_nothing_any_more()
    {
        using WindowedEffect effect = new();
        effect.OpenWindow();
        effect.Window.Model.Parameters.Begin(0);
        effect.Window.Model.Parameters.Set(0, 0.125f);
        effect.Close();
        Assert.Equal(["open 7 600x400", "close"], effect.Window.Calls);
        Assert.Empty(effect.HostCalls);
    }

    [Fact]
    public void Without_a_parent_or_a_place_for_the_size_nothing_happens()
    {
        using WindowedEffect effect = new();
        Assert.False(effect.OpenWindow(0));
        Assert.Equal(0, effect.Dispatch(EffectOpcode.EditorGetRectangle));
    }

    [Fact]
    public void A_window_that_cannot_be_opened_answers_0_and_is_logged_once()
    {
        using WindowedEffect effect = new();
        effect.Fixture.Refusal = $"There is no display {Guid.NewGuid()}.";
        Assert.False(effect.OpenWindow());
        Assert.False(effect.OpenWindow());
        effect.Idle();
        effect.CloseWindow();
        Assert.Single(ManagedCore.Log, line => line.Contains(effect.Fixture.Refusal, StringComparison.Ordinal));
        effect.Window.Refusal = null;
        Assert.True(effect.OpenWindow());
    }

    [Fact]
    public void A_window_whose_library_is_missing_has_no_size_and_the_instance_plays_on()
    {
        using WindowedEffect effect = new();
        effect.Fixture.Failure = new DllNotFoundException($"There is no library {Guid.NewGuid()}.");
        Assert.Null(effect.Rectangle);
        Assert.False(effect.OpenWindow());
        effect.Idle();
        effect.Process();
        Assert.Single(ManagedCore.Log, line => line.Contains(effect.Fixture.Failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_size_is_the_plugins_whatever_the_host_answers()
    {
        using WindowedEffect effect = new();
        effect.OpenWindow();
        effect.Window.AskForSize(900, 600);
        Assert.Empty(effect.HostCalls);
        effect.Idle();
        Assert.Equal(["size 900x600"], effect.HostCalls);
        Assert.Equal((900, 600), effect.Rectangle);
        Assert.Equal("asked True", effect.Window.Calls[^1]);
    }

    [Fact]
    public void The_users_zoom_is_the_size_of_the_next_window()
    {
        using WindowedEffect effect = new();
        effect.OpenWindow();
        effect.Window.Model.Preferences = effect.Window.Model.Preferences with { Zoom = 1.5 };
        Assert.Equal((600, 400), effect.Rectangle);
        effect.CloseWindow();
        Assert.Equal((900, 600), effect.Rectangle);
        effect.OpenWindow();
        Assert.Equal("open 7 900x600", effect.Window.Calls[^1]);
    }

    [Fact]
    public void A_kept_zoom_that_the_screen_cannot_hold_is_less_while_that_screen_is_there()
    {
        using WindowedEffect effect = new();
        effect.OpenWindow();
        effect.Window.Model.Preferences = effect.Window.Model.Preferences with { Zoom = 3 };
        effect.CloseWindow();
        effect.Fixture.ScreenScale = 1.5;
        effect.OpenWindow();
        Assert.Equal("open 7 900x600", effect.Window.Calls[^1]);
        effect.CloseWindow();
        effect.Fixture.ScreenScale = 3;
        Assert.Equal((1800, 1200), effect.Rectangle);
    }

    [Fact]
    public void Without_the_users_zoom_an_open_window_goes_back_to_its_own_size()
    {
        using WindowedEffect effect = new();
        effect.OpenWindow();
        effect.Window.Model.Preferences = effect.Window.Model.Preferences with { Zoom = 1.5 };
        effect.Window.AskForSize(900, 600);
        effect.Idle();
        effect.Window.Model.Preferences = effect.Window.Model.Preferences with { Zoom = null };
        effect.Idle();
        effect.Idle();
        Assert.Equal(["size 900x600", "size 600x400"], effect.HostCalls);
        Assert.Equal((600, 400), effect.Rectangle);
        Assert.Equal("resize 600x400", effect.Window.Calls[^1]);
    }
}
