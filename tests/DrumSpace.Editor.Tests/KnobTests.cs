using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests;

public class KnobTests
{
    [Fact]
    public void A_drag_upwards_raises_the_value_in_one_gesture()
    {
        using Hands hands = new();
        hands.Drag("Density", 0, -45);
        Assert.Equal(["begin density", "density 0.625", "density 0.75", "end density"], hands.Model.Parameters.Edits);
    }

    [Fact]
    public void Shift_makes_the_drag_ten_times_finer()
    {
        using Hands hands = new();
        hands.Drag("Density", 0, -45, Modifiers.Shift);
        Assert.Equal(0.525, hands.Model.Parameters["density"], 1e-6);
    }

    [Fact]
    public void A_drag_ends_at_the_end_of_the_range_and_comes_back_from_there()
    {
        using Hands hands = new();
        ControlDescription knob = hands.Control("Swing");
        hands.Press(knob.X + 10, knob.Y + 10);
        hands.Move(knob.X + 10, knob.Y + 500);
        Assert.Equal(0, hands.Model.Parameters["swing"]);
        hands.Move(knob.X + 10, knob.Y + 482);
        Assert.Equal(0.1, hands.Model.Parameters["swing"], 1e-6);
        hands.Release(knob.X + 10, knob.Y + 482);
        Assert.Equal("end swing", hands.Model.Parameters.Edits[^1]);
    }

    [Fact]
    public void A_double_click_sets_the_default()
    {
        using Hands hands = new();
        hands.Model.Parameters["density"] = 0.9f;
        hands.Click("Density", clicks: 2);
        Assert.Equal(0.5, hands.Model.Parameters["density"]);
    }

    [Theory]
    [InlineData(1, 0.51)]
    [InlineData(-2, 0.48)]
    public void The_wheel_moves_by_hundredths(double notches, double expected)
    {
        using Hands hands = new();
        ControlDescription knob = hands.Control("Density");
        hands.View.Scroll(new PointerInput(knob.X + 20, knob.Y + 20), notches);
        Assert.Equal(expected, hands.Model.Parameters["density"], 1e-6);
    }

    [Fact]
    public void A_value_can_be_typed_after_a_right_click()
    {
        using Hands hands = new();
        hands.Click("Density", PointerButton.Right);
        Assert.True(hands.View.WantsKeys);
        hands.Type(Key.Enter);
        hands.Type("12");
        hands.Type(Key.Enter);
        Assert.Equal(0.12, hands.Model.Parameters["density"], 1e-6);
        Assert.False(hands.View.WantsKeys);
    }

    [Fact]
    public void A_text_that_is_no_value_stays_to_be_corrected()
    {
        using Hands hands = new();
        hands.Click("Density", PointerButton.Right);
        hands.Type(Key.Enter);
        hands.Type("much");
        hands.Type(Key.Enter);
        Assert.Empty(hands.Model.Parameters.Edits);
        Assert.True(hands.View.WantsKeys);
        hands.Type(Key.Escape);
        Assert.False(hands.View.WantsKeys);
    }

    [Fact]
    public void The_menu_learns_a_controller()
    {
        using Hands hands = new();
        hands.Click("Density", PointerButton.Right);
        hands.Type(Key.Down);
        hands.Type(Key.Down);
        hands.Type(Key.Enter);
        Assert.Equal("density", hands.Model.Parameters.All[hands.Model.Parameters.Learning].Id);
        hands.Click("Density", PointerButton.Right);
        hands.Type("s");
        hands.Type(Key.Enter);
        Assert.Equal(-1, hands.Model.Parameters.Learning);
    }

    [Fact]
    public void Automation_is_seen()
    {
        using Hands hands = new();
        hands.Advance();
        hands.Model.Position = hands.Model.Position with { IsPlaying = false };
        hands.Paint();
        Assert.False(hands.Advance().MustPaint);
        hands.Model.Parameters["z1"] = 0.75f;
        Assert.True(hands.Advance().MustPaint);
        Assert.Equal("75 %", hands.Control("Busy").Value);
    }
}
