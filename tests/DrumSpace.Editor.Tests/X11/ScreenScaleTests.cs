using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Tests.X11;

public class ScreenScaleTests
{
    [Theory]
    [InlineData("*customization:\t-color\nXft.dpi:\t144\nXft.hinting:\t1\n", 1.5)]
    [InlineData("Xft.dpi: 96", 1)]
    [InlineData("Xft.dpi:\t192.5\n", 192.5 / 96)]
    [InlineData("", 1)]
    [InlineData("Xft.dpi:\tlarge\n", 1)]
    [InlineData("Xft.dpi:\t-96\n", 1)]
    [InlineData("NotXft.dpi:\t144\n", 1)]
    public void The_desktops_resource_is_read(string resources, double expected) => Assert.Equal(expected, ScreenScale.Of(resources));
}
