using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests;

public class GridTests
{
    private const double FirstCell = 252;
    private const double CellWidth = 29.1;
    private const double SnareRow = 495;

    [Fact]
    public void A_click_on_a_rest_sets_a_hit()
    {
        using Hands hands = new();
        hands.Click(FirstCell, SnareRow);
        Assert.Equal(["Snare 0 on"], hands.Model.Calls);
    }

    [Fact]
    public void A_click_on_a_hit_clears_it()
    {
        using Hands hands = new();
        hands.Click(FirstCell + (4 * CellWidth), SnareRow);
        Assert.Equal(["Snare 4 off"], hands.Model.Calls);
    }

    [Fact]
    public void A_drag_along_a_row_sets_all_that_it_passes_and_leaves_what_is_set()
    {
        using Hands hands = new();
        hands.Press(FirstCell + (2 * CellWidth), SnareRow);
        hands.Move(FirstCell + (6 * CellWidth), SnareRow + 60);
        hands.Release(FirstCell + (6 * CellWidth), SnareRow);
        Assert.Equal(["Snare 2 on", "Snare 3 on", "Snare 5 on", "Snare 6 on"], hands.Model.Calls);
    }

    [Fact]
    public void The_arrow_keys_and_space_set_a_step()
    {
        using Hands hands = new();
        hands.Model.Preferences = hands.Model.Preferences with { TakesKeys = true };
        hands.Advance();
        hands.Click(FirstCell, SnareRow);
        hands.Type(Key.Tab);
        hands.Model.Calls.Clear();
        hands.Type(Key.Right);
        hands.Type(Key.Down);
        hands.Type(" ");
        Assert.Equal(["Snare 1 on"], hands.Model.Calls);
    }

    [Fact]
    public void The_value_names_each_drums_hits() =>
        Assert.Contains("Kick x.....x...x..x..x.....x...x...x.", Describe("Pattern"), StringComparison.Ordinal);

    [Fact]
    public void Density_shows_the_hits_that_it_adds()
    {
        using Hands hands = new();
        int before = hands.Control("Pattern").Value.Count('x');
        hands.Model.Parameters["density"] = 1;
        Assert.InRange(hands.Control("Pattern").Value.Count('x'), before + 1, 448);
    }

    [Fact]
    public void Rows_that_rest_are_folded_until_all_are_wanted()
    {
        using Hands hands = new();
        Assert.DoesNotContain(hands.View.Describe(), control => control.Name == "Mid tom mute");
        hands.Click("All drums");
        Assert.Contains(hands.View.Describe(), control => control.Name == "Mid tom mute");
    }

    [Fact]
    public void A_drum_that_plays_once_keeps_its_row()
    {
        using Hands hands = new();
        hands.Model.SetHit(Music.Voice.Vibraslap, 0, true);
        hands.Advance();
        hands.Model.SetHit(Music.Voice.Vibraslap, 0, false);
        hands.Advance();
        Assert.Contains(hands.View.Describe(), control => control.Name == "Vibraslap mute");
    }

    private static string Describe(string name)
    {
        using Hands hands = new();
        return hands.Control(name).Value;
    }
}
