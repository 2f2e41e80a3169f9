using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Windows;

public sealed class ClickCounterTests
{
    private readonly ClickCounter _clicks = new();

    [Fact]
    public void Two_quick_presses_at_one_place_are_a_double_click_and_a_third_begins_anew()
    {
        Assert.Equal(1, _clicks.Press(PointerButton.Left, 10, 10, 1000));
        Assert.Equal(2, _clicks.Press(PointerButton.Left, 14, 6, 1400));
        Assert.Equal(1, _clicks.Press(PointerButton.Left, 14, 6, 1500));
        Assert.Equal(2, _clicks.Press(PointerButton.Left, 14, 6, 1600));
    }

    [Theory]
    [InlineData(PointerButton.Left, 10, 10, 1401u)]
    [InlineData(PointerButton.Left, 15, 10, 1100u)]
    [InlineData(PointerButton.Left, 10, 5, 1100u)]
    [InlineData(PointerButton.Right, 10, 10, 1100u)]
    public void Late_far_and_other_presses_are_single(PointerButton button, int x, int y, uint time)
    {
        _clicks.Press(PointerButton.Left, 10, 10, 1000);
        Assert.Equal(1, _clicks.Press(button, x, y, time));
    }

    [Fact]
    public void The_clock_may_wrap_around()
    {
        _clicks.Press(PointerButton.Left, 10, 10, uint.MaxValue - 50);
        Assert.Equal(2, _clicks.Press(PointerButton.Left, 10, 10, 100));
    }
}
