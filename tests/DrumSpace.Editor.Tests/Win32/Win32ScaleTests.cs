using DrumSpace.Editor.Win32;

namespace DrumSpace.Editor.Tests.Win32;

public sealed class Win32ScaleTests
{
    [Theory]
    [InlineData(0u, 1)]
    [InlineData(96u, 1)]
    [InlineData(120u, 1.25)]
    [InlineData(144u, 1.5)]
    [InlineData(192u, 2)]
    public void A_scale_is_in_96ths_of_the_resolution(uint dots, double scale) => Assert.Equal(scale, Win32Scale.Of(dots));
}
