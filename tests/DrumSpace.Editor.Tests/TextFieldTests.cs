using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests;

/// <summary>Typing a knob's value, of which 50 % stands there and is selected.</summary>
public sealed class TextFieldTests : IDisposable
{
    private readonly Hands _hands = new();

    public TextFieldTests()
    {
        _hands.Click("Density", PointerButton.Right);
        _hands.Type(Key.Enter);
    }

    private string Text => Assert.Single(_hands.Controls, control => control.Role == "text").Value;

    public void Dispose() => _hands.Dispose();

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12\r\n13\r\n", "12")]
    [InlineData("1\t2\0", "12")]
    public void The_clipboards_first_line_is_pasted_over_what_is_selected(string clipboard, string expected)
    {
        _hands.Window.Clipboard = clipboard;
        Assert.True(Shortcut('v'));
        Assert.Equal(expected, Text);
        _hands.Type(Key.Enter);
        Assert.Equal(0.12, _hands.Model.Parameters["density"], 1e-6);
    }

    [Fact]
    public void A_text_is_pasted_where_the_caret_is_and_as_far_as_there_is_room()
    {
        _hands.Type(Key.Home);
        _hands.Type(Key.Right);
        _hands.Window.Clipboard = new string('1', 2000);
        Shortcut('v');
        Assert.Equal($"5{new string('1', 996)}0 %", Text);
        _hands.Type(Key.Backspace);
        Assert.Equal($"5{new string('1', 995)}0 %", Text);
    }

    [Fact]
    public void What_is_selected_is_copied_or_cut()
    {
        Shortcut('c');
        Assert.Equal(["copy 50 %"], _hands.Window.Calls);
        Assert.Equal("50 %", Text);
        Shortcut('x');
        Assert.Equal(["copy 50 %", "copy 50 %"], _hands.Window.Calls);
        Assert.Equal("", Text);
        _hands.Type("30");
        Assert.True(Shortcut('a'));
        _hands.Type("4");
        Assert.Equal("4", Text);
    }

    [Fact]
    public void Other_shortcuts_are_the_hosts() => Assert.False(Shortcut('s'));

    private bool Shortcut(char letter) => _hands.View.Press(new KeyInput(Key.Character, letter, Modifiers.Control));
}
