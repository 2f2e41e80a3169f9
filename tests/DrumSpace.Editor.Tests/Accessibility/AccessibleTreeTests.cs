using DrumSpace.Editor.Accessibility;
using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Accessibility;

/// <summary>What the tree tells of the window, and what requests do to it.</summary>
public class AccessibleTreeTests
{
    [Fact]
    public void Every_described_control_is_an_element_in_the_same_order()
    {
        using Hands hands = new();
        AccessibleTree tree = TreeOf(hands);
        AccessibleElement[] elements = [.. tree.Window.Children.Select(id => tree.Find(id)!)];
        Assert.Equal(
            hands.Controls.Select(one => (one.Name, one.Role, one.Value, one.Range, one.Hint)),
            elements.Select(one => (one.Name, one.Role, one.Value, one.Range, one.Hint)));
        Assert.All(elements, (element, index) => Assert.Equal((index, AccessibleTree.WindowId), (element.Index, element.Parent)));
    }

    [Fact]
    public void Places_are_in_pixels_of_the_window()
    {
        using Hands hands = new(scale: 1.5);
        ControlDescription control = hands.Control("Density");
        AccessibleElement element = Element(hands, "Density");
        Assert.Equal(control.X * 1.5, element.Bounds.Left, 0.51);
        Assert.Equal(control.Width * 1.5, element.Bounds.Width, 1.01);
        AccessibleTree tree = TreeOf(hands);
        Assert.Equal("Density", tree.FindAt(element.Bounds.MidX, element.Bounds.MidY, tree.Window)!.Name);
    }

    [Fact]
    public void A_continuous_parameter_is_a_number_from_0_to_1_and_one_with_steps_counts_them()
    {
        using Hands hands = new();
        Assert.Equal((0.5, 0, 1), Range(Element(hands, "Density")));
        Assert.Equal((0, 0, 1), Range(Element(hands, "Kit map")));
        Assert.Null(Element(hands, "Next take").Number);

        static (double, double, double) Range(AccessibleElement element) =>
            (element.Number!.Value.Value, element.Number.Value.Minimum, element.Number.Value.Maximum);
    }

    [Fact]
    public void A_number_that_is_set_is_one_gesture_within_the_range()
    {
        using Hands hands = new();
        Perform(hands, AccessibleRequestKind.SetNumber, "Density", value: 0.25);
        Assert.Equal(["begin density", "density 0.25", "end density"], hands.Model.Parameters.Edits);
        Perform(hands, AccessibleRequestKind.SetNumber, "Density", value: 7);
        Assert.Equal(1, hands.Model.Parameters["density"]);
        Perform(hands, AccessibleRequestKind.SetNumber, "Density", value: double.NaN);
        Assert.Equal(1, hands.Model.Parameters["density"]);
        Perform(hands, AccessibleRequestKind.SetNumber, "Kit map", value: 1);
        Assert.Equal("V-Drums", Element(hands, "Kit map").Value);
    }

    [Fact]
    public void Actions_are_what_the_keys_do()
    {
        using Hands hands = new();
        Assert.Equal(["toggle", "default", "menu"], Element(hands, "Snare mute").Actions.Select(action => action.Name));
        Assert.Equal(["press"], Element(hands, "Next take").Actions.Select(action => action.Name));
        Perform(hands, AccessibleRequestKind.Act, "Snare mute");
        Assert.True(Element(hands, "Snare mute").Is(AccessibleStates.Checked | AccessibleStates.Focused));
        int density = Element(hands, "Density").Id;
        Content(hands).Perform(new AccessibleRequest(AccessibleRequestKind.Act, density, Action: 2));
        Assert.Contains("Enter a value…", Names(hands));
        Content(hands).Perform(new AccessibleRequest(AccessibleRequestKind.Act, density, Action: 99));
        Assert.DoesNotContain("begin density", hands.Model.Parameters.Edits);
    }

    [Fact]
    public void A_menu_has_its_lines_and_the_current_one_has_the_keyboard()
    {
        using Hands hands = new();
        Perform(hands, AccessibleRequestKind.Act, "Kit map");
        AccessibleTree tree = TreeOf(hands);
        AccessibleElement menu = tree.Find(tree.Window.Children[^1])!;
        Assert.True(menu.Is(AccessibleStates.Modal));
        Assert.Equal(["General MIDI", "V-Drums"], menu.Children.Select(id => tree.Find(id)!.Name));
        Assert.Equal("General MIDI", tree.Find(tree.Focused)!.Name);
        hands.Type(Key.Down);
        tree = TreeOf(hands);
        Assert.Equal("V-Drums", tree.Find(tree.Focused)!.Name);
        Perform(hands, AccessibleRequestKind.Act, "V-Drums");
        Assert.Equal("V-Drums", Element(hands, "Kit map").Value);
        Assert.DoesNotContain("General MIDI", Names(hands));
    }

    [Fact]
    public void A_request_closes_what_lies_over_its_control()
    {
        using Hands hands = new();
        Perform(hands, AccessibleRequestKind.Act, "Kit map");
        Perform(hands, AccessibleRequestKind.Focus, "Density");
        Assert.DoesNotContain("V-Drums", Names(hands));
        Assert.True(Element(hands, "Density").Is(AccessibleStates.Focused));
    }

    [Fact]
    public void Elements_keep_their_numbers_and_what_is_gone_is_asked_in_vain()
    {
        using Hands hands = new();
        int density = Element(hands, "Density").Id;
        Perform(hands, AccessibleRequestKind.Act, "Kit map");
        int line = Element(hands, "V-Drums").Id;
        Assert.Equal(density, Element(hands, "Density").Id);
        hands.Type(Key.Escape);
        TreeOf(hands);
        Content(hands).Perform(new AccessibleRequest(AccessibleRequestKind.Act, line));
        Assert.Equal("General MIDI", Element(hands, "Kit map").Value);
        Perform(hands, AccessibleRequestKind.Act, "Kit map");
        Assert.NotEqual(line, Element(hands, "V-Drums").Id);
    }

    [Fact]
    public void The_steps_of_the_keyboards_row_can_be_set()
    {
        using Hands hands = new();
        Perform(hands, AccessibleRequestKind.Focus, "Pattern");
        hands.Type(Key.Down);
        AccessibleTree tree = TreeOf(hands);
        Assert.Equal("Snare 1", tree.Find(tree.Focused)!.Name);
        Perform(hands, AccessibleRequestKind.Act, "Snare 2");
        Assert.Equal("Snare 1 on", hands.Model.Calls[^1]);
        Assert.StartsWith("Snare 2, hit", Element(hands, "Snare 2, hit").Name);
    }

    [Fact]
    public void A_text_that_is_typed_is_told_with_its_caret()
    {
        using Hands hands = new();
        Perform(hands, AccessibleRequestKind.Act, "Save");
        hands.Type("ab");
        hands.Type(Key.Left);
        AccessibleElement entry = Element(hands, "Name of the preset");
        Assert.Equal(("ab", 1), (entry.Typed!.Value.Text, entry.Typed.Value.Caret));
        Assert.True(entry.Is(AccessibleStates.Editable | AccessibleStates.Focused));
    }

    [Fact]
    public void The_version_stays_while_nothing_changes_but_the_song()
    {
        using Hands hands = new();
        hands.Advance();
        int version = Content(hands).Version;
        hands.Model.Position = hands.Model.Position with { Step = 22.9 };
        Assert.True(hands.Advance().MustPaint);
        Assert.Equal(version, Content(hands).Version);
        hands.Model.Parameters["density"] = 0.3f;
        hands.Advance();
        Assert.NotEqual(version, Content(hands).Version);
    }

    internal static AccessibleTree TreeOf(Hands hands)
    {
        hands.Advance();
        return Content(hands).DescribeTree(100, 200);
    }

    internal static IAccessibleContent Content(Hands hands) => hands.View;

    internal static AccessibleElement Element(Hands hands, string name) => Assert.Single(TreeOf(hands).All, element => element.Name == name);

    internal static void Perform(Hands hands, AccessibleRequestKind kind, string name, int action = 0, double value = 0) =>
        Content(hands).Perform(new AccessibleRequest(kind, Element(hands, name).Id, action, value));

    private static IEnumerable<string> Names(Hands hands) => TreeOf(hands).All.Select(element => element.Name);
}
