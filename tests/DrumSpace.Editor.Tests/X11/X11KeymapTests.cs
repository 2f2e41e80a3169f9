using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>Keys by keycode and state, on a keyboard of a few keys in the layout of XKB's core table.</summary>
public sealed class X11KeymapTests
{
    private const int Shift = 1, CapsLock = 2, Control = 4, NumberLock = 16, AltGr = 128, SecondGroup = 1 << 13;
    private const int A = 8, Dollar = 9, Keypad7 = 10, Return = 11, Bare = 12, F10 = 13, U = 14, Comma = 15;

    private static readonly X11Keymap Map = new(
    [
        0x61, 0x41, 0x6c6, 0x6e6, 0xe6, 0xc6, // a A, Cyrillic, æ Æ
        0x34, 0x24, 0, 0, 0x20ac, 0, // 4 $, €
        0xff95, 0xffb7, 0, 0, 0, 0, // KP_Home KP_7
        0xff0d, 0, 0, 0, 0, 0,
        0x7a, 0, 0, 0, 0, 0, // z alone: shifted it is Z
        0xffc7, 0, 0, 0, 0, 0,
        0xfc, 0xdc, 0x1000175, 0, 0, 0, // ü Ü, ŵ
        0xffac, 0, 0, 0, 0, 0, // KP_Separator
    ], 6);

    [Theory]
    [InlineData(A, 0, 'a')]
    [InlineData(A, Shift, 'A')]
    [InlineData(A, CapsLock, 'A')]
    [InlineData(A, CapsLock | Shift, 'a')]
    [InlineData(A, AltGr, 'æ')]
    [InlineData(A, AltGr | Shift, 'Æ')]
    [InlineData(A, NumberLock, 'a')]
    [InlineData(Dollar, CapsLock, '4')]
    [InlineData(Dollar, Shift, '$')]
    [InlineData(Dollar, AltGr, '€')]
    [InlineData(Keypad7, NumberLock, '7')]
    [InlineData(Bare, Shift, 'Z')]
    [InlineData(Bare, CapsLock, 'Z')]
    [InlineData(U, Shift, 'Ü')]
    [InlineData(U, SecondGroup, 'ŵ')]
    [InlineData(Comma, 0, ',')]
    public void Characters(int code, int state, char character) =>
        Assert.Equal((Key.Character, character), (Map.KeyOf(code, state).Key, Map.KeyOf(code, state).Character));

    [Theory]
    [InlineData(Keypad7, 0, Key.Home)]
    [InlineData(Keypad7, NumberLock | Shift, Key.Home)]
    [InlineData(Return, 0, Key.Enter)]
    [InlineData(F10, 0, Key.Other)]
    [InlineData(F10, Shift, Key.Menu)]
    [InlineData(200, 0, Key.Other)]
    public void Named_keys(int code, int state, Key key) =>
        Assert.Equal((key, '\0'), (Map.KeyOf(code, state).Key, Map.KeyOf(code, state).Character));

    [Fact]
    public void Modifiers_come_along() =>
        Assert.Equal(new KeyInput(Key.Character, 'A', Modifiers.Shift | Modifiers.Control), Map.KeyOf(A, Shift | Control));

    [Theory]
    [InlineData(0xff09u, Key.Tab)]
    [InlineData(0xfe20u, Key.Tab)]
    [InlineData(0xff8du, Key.Enter)]
    [InlineData(0xff1bu, Key.Escape)]
    [InlineData(0xff08u, Key.Backspace)]
    [InlineData(0xffffu, Key.Delete)]
    [InlineData(0xff51u, Key.Left)]
    [InlineData(0xff54u, Key.Down)]
    [InlineData(0xff9bu, Key.PageDown)]
    [InlineData(0xff67u, Key.Menu)]
    [InlineData(0xffe1u, Key.Other)]
    public void Symbols_of_named_keys(uint symbol, Key key) => Assert.Equal(key, Keysym.ToKey(symbol, Modifiers.None).Key);

    [Fact]
    public void A_keyboard_that_cannot_be_read_has_no_characters() =>
        Assert.Equal(Key.Other, new X11Keymap([], 0).KeyOf(38, 0).Key);
}
