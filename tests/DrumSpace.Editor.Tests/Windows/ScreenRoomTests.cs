using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Windows;

public sealed class ScreenRoomTests
{
    private static readonly PixelSize Own = new(1200, 800);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1.25, 1.25)]
    [InlineData(2, 2)]
    public void Without_a_zoom_the_desktops_scale_counts(double desktop, double scale) =>
        Assert.Equal(scale, new ScreenRoom(new PixelSize(3840, 2100), desktop).ScaleFor(Own, null));

    [Theory]
    [InlineData(1920, 1040, 0.9 * 1040 / 800)]
    [InlineData(1366, 728, 1)]
    public void A_window_that_would_not_fit_with_the_hosts_frame_is_scaled_less(int width, int height, double scale) =>
        Assert.Equal(scale, new ScreenRoom(new PixelSize(width, height), 1.5).ScaleFor(Own, null), 12);

    [Theory]
    [InlineData(3600, 2400, 3)]
    [InlineData(1920, 1080, 1.35)]
    [InlineData(1366, 728, 1)]
    public void A_zoom_holds_as_far_as_the_screen_can(int width, int height, double scale) =>
        Assert.Equal(scale, new ScreenRoom(new PixelSize(width, height), 2).ScaleFor(Own, 3), 12);

    [Fact]
    public void A_small_zoom_stays() => Assert.Equal(0.75, new ScreenRoom(new PixelSize(800, 480), 2).ScaleFor(Own, 0.75));
}
