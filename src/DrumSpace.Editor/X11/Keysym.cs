using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.X11;

/// <summary>What X11's key symbols mean (X11/keysymdef.h).</summary>
internal static class Keysym
{
    /// <summary>Escape.</summary>
    public const uint Escape = 0xff1b;

    private const uint F10 = 0xffc7;
    private const uint Euro = 0x20ac;
    private const uint UnicodeFirst = 0x01000100;
    private const uint UnicodeLast = 0x0100ffff;
    private const uint KeypadFirst = 0xff80;
    private const uint KeypadLast = 0xffbd;

    /// <summary>Whether a symbol is of the number pad.</summary>
    public static bool IsKeypad(uint symbol) => symbol is >= KeypadFirst and <= KeypadLast;

    /// <summary>The key that a symbol is.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="modifiers">The modifier keys that are down.</param>
    public static KeyInput ToKey(uint symbol, Modifiers modifiers)
    {
        char character = ToCharacter(symbol);
        return new KeyInput(character != '\0' ? Key.Character : ToNamedKey(symbol, modifiers), character, modifiers);
    }

    /// <summary>The character that a symbol types: Latin-1, the number pad's, and those of Unicode's first plane; '\0' for none.</summary>
    public static char ToCharacter(uint symbol) => symbol switch
    {
        >= 0x20 and <= 0x7e or >= 0xa0 and <= 0xff or Euro => (char)symbol,
        >= UnicodeFirst and <= UnicodeLast => (char)(symbol & 0xffff),
        0xff80 => ' ',
        // The number pad's follow ASCII.
        >= 0xffaa and <= 0xffb9 or 0xffbd => (char)(symbol - 0xff80),
        _ => '\0',
    };

    private static Key ToNamedKey(uint symbol, Modifiers modifiers) => symbol switch
    {
        0xff09 or 0xff89 or 0xfe20 => Key.Tab,
        0xff0d or 0xff8d => Key.Enter,
        Escape => Key.Escape,
        0xff08 => Key.Backspace,
        0xffff or 0xff9f => Key.Delete,
        0xff50 or 0xff95 => Key.Home,
        0xff51 or 0xff96 => Key.Left,
        0xff52 or 0xff97 => Key.Up,
        0xff53 or 0xff98 => Key.Right,
        0xff54 or 0xff99 => Key.Down,
        0xff55 or 0xff9a => Key.PageUp,
        0xff56 or 0xff9b => Key.PageDown,
        0xff57 or 0xff9c => Key.End,
        0xff67 => Key.Menu,
        F10 when (modifiers & Modifiers.Shift) != 0 => Key.Menu,
        _ => Key.Other,
    };
}
