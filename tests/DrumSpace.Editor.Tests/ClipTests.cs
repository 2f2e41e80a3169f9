using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests;

public class ClipTests
{
    [Fact]
    public void A_drag_writes_the_clip_when_the_button_goes_down_and_begins_after_some_way()
    {
        using Hands hands = new();
        ControlDescription chip = hands.Control("Drag beat");
        hands.Press(chip.X + 20, chip.Y + 10);
        Assert.Equal(["write Beat 8"], hands.Model.Calls);
        hands.Move(chip.X + 22, chip.Y + 10);
        Assert.Empty(hands.Window.Calls);
        hands.Move(chip.X + 40, chip.Y - 10);
        Assert.Equal(["drag /clips/beat.mid"], hands.Window.Calls);
        hands.View.EndDrag(isTaken: true);
        Assert.Equal("Dropped.", hands.Control("Status").Value);
    }

    [Fact]
    public void A_second_drag_works_as_the_first()
    {
        using Hands hands = new();
        for (int count = 1; count <= 3; count++)
        {
            ControlDescription chip = hands.Control("Drag beat");
            hands.Press(chip.X + 20, chip.Y + 10);
            hands.Move(chip.X + 90, chip.Y - 90);
            hands.View.EndDrag(isTaken: count == 2);
            Assert.Equal(count, hands.Window.Calls.Count);
        }
    }

    [Fact]
    public void A_melody_that_is_off_cannot_be_dragged()
    {
        using Hands hands = new();
        hands.Model.Parameters["mel-on"] = 0;
        hands.Advance();
        hands.Drag("Drag melody", 50, -50);
        Assert.Empty(hands.Window.Calls);
    }

    [Fact]
    public void The_buttons_mean_the_clip_that_was_used_last()
    {
        using Hands hands = new();
        hands.Click("Drag last 8 bars");
        hands.Model.Calls.Clear();
        hands.Click("Copy path");
        Assert.Equal(["write Captured 8"], hands.Model.Calls);
        Assert.Equal(["copy /clips/beat.mid"], hands.Window.Calls);
        hands.Click("Show in folder");
        Assert.Equal("show /clips/beat.mid", hands.Model.Calls[^1]);
    }

    [Fact]
    public void The_number_of_bars_is_chosen_and_kept()
    {
        using Hands hands = new();
        hands.Click("Bars to capture");
        hands.Type(Key.Home);
        hands.Type(Key.Enter);
        Assert.Equal(1, hands.Model.Preferences.ClipBars);
        Assert.Contains(hands.Controls, control => control.Name == "Drag last bar");
    }
}
