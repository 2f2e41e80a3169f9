using DrumSpace.Editor.Win32;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Win32;

public sealed class Win32ScaleTests
{
    private static readonly PixelSize Own = new(1200, 800);

    [Theory]
    [InlineData(0u, 1)]
    [InlineData(96u, 1)]
    [InlineData(120u, 1.25)]
    [InlineData(144u, 1.5)]
    [InlineData(192u, 2)]
    public void A_scale_is_in_96ths_of_the_resolution(uint dots, double scale) =>
        Assert.Equal(scale, Win32Scale.Of(dots, Own, new PixelSize(3840, 2100)));

    [Fact]
    public void A_window_that_would_not_fit_its_screen_is_scaled_less() =>
        Assert.Equal(0.9 * 1040 / 800, Win32Scale.Of(144, Own, new PixelSize(1920, 1040)), 12);

    [Fact]
    public void No_window_is_scaled_down() => Assert.Equal(1, Win32Scale.Of(144, Own, new PixelSize(1366, 728)));
}
