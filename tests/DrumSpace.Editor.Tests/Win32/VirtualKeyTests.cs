using DrumSpace.Editor.Win32;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Win32;

public sealed class VirtualKeyTests
{
    [Theory]
    [InlineData(0x08, '\b', Key.Backspace)]
    [InlineData(0x09, '\t', Key.Tab)]
    [InlineData(0x0d, '\r', Key.Enter)]
    [InlineData(0x1b, '\x1b', Key.Escape)]
    [InlineData(0x25, '\0', Key.Left)]
    [InlineData(0x2e, '\0', Key.Delete)]
    [InlineData(0x5d, '\0', Key.Menu)]
    [InlineData(0x70, '\0', Key.Other)]
    public void Keys_that_do_not_type_have_names(int code, char typed, Key key) =>
        Assert.Equal(new KeyInput(key), VirtualKey.ToKey(code, typed, Modifiers.None));

    [Theory]
    [InlineData('A', 'a', Modifiers.None)]
    [InlineData('A', 'A', Modifiers.Shift)]
    [InlineData(0x20, ' ', Modifiers.None)]
    [InlineData(0xde, 'ä', Modifiers.None)]
    [InlineData(0x61, '1', Modifiers.None)]
    public void Keys_that_type_give_what_the_layout_says(int code, char typed, Modifiers modifiers) =>
        Assert.Equal(new KeyInput(Key.Character, typed, modifiers), VirtualKey.ToKey(code, typed, modifiers));

    [Fact]
    public void AltGr_types_and_is_no_modifier() => Assert.Equal(
        new KeyInput(Key.Character, '@', Modifiers.None), VirtualKey.ToKey('Q', '@', Modifiers.Control | Modifiers.Alt));

    [Theory]
    [InlineData('C', '\x3', Modifiers.Control, 'c')]
    [InlineData('Z', '\x1a', Modifiers.Control | Modifiers.Shift, 'Z')]
    [InlineData('1', '\0', Modifiers.Control, '1')]
    public void With_the_control_key_letters_and_digits_stay_what_they_are(int code, char typed, Modifiers modifiers, char character) =>
        Assert.Equal(new KeyInput(Key.Character, character, modifiers), VirtualKey.ToKey(code, typed, modifiers));

    [Fact]
    public void Shift_and_F10_open_a_menu() => Assert.Equal(Key.Menu, VirtualKey.ToKey(0x79, '\0', Modifiers.Shift).Key);
}
