using DrumSpace.Editor.Win32;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Win32;

public sealed class MouseKeysTests
{
    [Fact]
    public void Places_have_signs()
    {
        nint place = unchecked((nint)0xfff6_0005);

        Assert.Equal(5, MouseKeys.Low(place));
        Assert.Equal(-10, MouseKeys.High(place));
    }

    [Theory]
    [InlineData(PointerButton.Left, 0x01)]
    [InlineData(PointerButton.Right, 0x02)]
    [InlineData(PointerButton.Middle, 0x10)]
    public void Each_button_has_its_flag(PointerButton button, int flag)
    {
        const uint shift = 4;
        Assert.True(MouseKeys.IsDown(button, (uint)flag | shift));
        Assert.False(MouseKeys.IsDown(button, ~(uint)flag));
        Assert.False(MouseKeys.IsDown(PointerButton.None, (uint)flag));
    }
}
