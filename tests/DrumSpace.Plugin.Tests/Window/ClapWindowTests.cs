using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>The gui extension, in whatever order hosts call it.</summary>
public class ClapWindowTests
{
    [Fact]
    public void It_is_embedded_in_the_systems_own_windows()
    {
        using WindowedClap clap = new();
        Assert.True(clap.IsSupported("x11", isFloating: false));
        Assert.False(clap.IsSupported("x11", isFloating: true));
        Assert.False(clap.IsSupported("wayland", isFloating: false));
        Assert.False(clap.Create("cocoa"));
        Assert.False(clap.Create("x11", isFloating: true));
        Assert.False(clap.SetParent());
        Assert.Null(clap.Size);
        Assert.Empty(clap.HostCalls);
    }

    [Fact]
    public void A_host_may_set_the_parent_before_it_asks_for_the_size_and_never_a_scale()
    {
        using WindowedClap clap = new();
        Assert.True(clap.Create());
        Assert.True(clap.SetParent(9));
        Assert.Equal((600u, 400u), clap.Size);
        Assert.True(clap.Show());
        Assert.True(clap.Hide());
        clap.Destroy();
        clap.Destroy();
        Assert.Equal(["open 9 600x400", "show", "hide", "close"], clap.Window.Calls);
        Assert.Equal(["timer 30", "end timer"], clap.HostCalls);
        Assert.Null(clap.Size);
    }

    [Fact]
    public void A_host_may_follow_the_order_that_CLAP_describes()
    {
        using WindowedClap clap = new();
        Assert.True(clap.Create());
        Assert.True(clap.SetScale(2));
        Assert.True(clap.CanResize);
        Assert.Equal((1200u, 800u), clap.Size);
        Assert.True(clap.SetSize(1000, 900));
        Assert.True(clap.SetParent());
        Assert.True(clap.SetSize(800, 500));
        Assert.Equal((800u, 500u), clap.Size);
        Assert.Equal(["open 7 1000x900", "resize 800x500"], clap.Window.Calls);
    }

    [Fact]
    public void The_users_zoom_wins_over_the_hosts_scale()
    {
        using WindowedClap clap = new();
        clap.Fixture.Services.Preferences.Current = new() { Zoom = 1.25 };
        clap.Create();
        Assert.False(clap.SetScale(2));
        Assert.Equal((750u, 500u), clap.Size);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_scale_is_refused(double scale)
    {
        using WindowedClap clap = new();
        clap.Create();
        Assert.False(clap.SetScale(scale));
        Assert.Equal((600u, 400u), clap.Size);
    }

    [Fact]
    public void Sizes_are_adjusted_to_the_contents_proportions_and_taken_as_they_are_set()
    {
        using WindowedClap clap = new();
        Assert.Null(clap.Adjust(1000, 500));
        clap.Create();
        ClapGuiResizeHints hints = Assert.NotNull(clap.Hints);
        Assert.Equal((1, 1, 1), (hints.CanResizeHorizontally, hints.CanResizeVertically, hints.PreserveAspectRatio));
        Assert.Equal((600u, 400u), (hints.AspectRatioWidth, hints.AspectRatioHeight));
        Assert.Equal((750u, 500u), clap.Adjust(1000, 500));
        Assert.Equal((450u, 300u), clap.Adjust(10, 10));
        Assert.Equal((1800u, 1200u), clap.Adjust(uint.MaxValue, uint.MaxValue));
        Assert.False(clap.SetSize(0, 500));
        Assert.False(clap.SetSize(uint.MaxValue, 500));
    }

    [Fact]
    public void The_window_takes_another_size_only_if_the_host_agrees()
    {
        using WindowedClap clap = new();
        clap.OpenWindow().AskForSize(900, 600);
        clap.Tick();
        Assert.Equal((900u, 600u), clap.Size);
        clap.AcceptsSizes = false;
        clap.Window.AskForSize(1200, 800);
        clap.Tick();
        Assert.Equal((900u, 600u), clap.Size);
        Assert.Equal(["open 7 600x400", "asked True", "asked False"], clap.Window.Calls);
        Assert.Equal(["timer 30", "resize 900x600", "resize 1200x800"], clap.HostCalls);
    }

    [Fact]
    public void A_window_that_cannot_be_opened_leaves_the_host_without_one()
    {
        using WindowedClap clap = new();
        clap.Fixture.Refusal = "There is no display.";
        Assert.True(clap.Create());
        Assert.False(clap.SetParent());
        Assert.False(clap.Show());
        clap.Destroy();
        Assert.Empty(clap.HostCalls);
    }

    [Fact]
    public void An_instance_that_is_destroyed_with_its_window_ends_its_timer()
    {
        WindowedClap clap = new();
        FakeWindow window = clap.OpenWindow();
        window.Model.Parameters.Begin(0);
        clap.Dispose();
        Assert.Equal(["open 7 600x400", "close"], window.Calls);
        Assert.Equal(["timer 30", "end timer"], clap.HostCalls);
        Assert.Equal(0, clap.FlushRequests);
    }

    [Fact]
    public void A_host_without_timers_is_asked_for_callbacks_while_the_window_is_open()
    {
        using WindowedClap clap = new(hasTimers: false);
        clap.OpenWindow().Turn(0, 0.125f);
        Assert.True(SpinWait.SpinUntil(() => clap.CallbackRequests > 1, TimeSpan.FromSeconds(30)));
        clap.CallOnMainThread();
        Assert.Equal(1, clap.FlushRequests);
        clap.Destroy();
        int asked = clap.CallbackRequests;
        Thread.Sleep(100);
        Assert.Equal(asked, clap.CallbackRequests);
    }
}
