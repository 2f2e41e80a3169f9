using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>What Windows' virtual keys mean (winuser.h).</summary>
internal static class VirtualKey
{
    /// <summary>VK_SHIFT.</summary>
    public const int Shift = 0x10;

    /// <summary>VK_CONTROL.</summary>
    public const int Control = 0x11;

    /// <summary>VK_MENU.</summary>
    public const int Alt = 0x12;

    /// <summary>VK_PROCESSKEY: an input method has the key; its text comes later.</summary>
    public const int InputMethod = 0xe5;

    private const int F10 = 0x79;
    private const Modifiers AltGr = Modifiers.Control | Modifiers.Alt;

    /// <summary>The key that was pressed.</summary>
    /// <param name="code">The virtual key.</param>
    /// <param name="typed">The character that the keyboard layout makes of it, a control character included; '\0' for none.</param>
    /// <param name="modifiers">The modifier keys that are down.</param>
    public static KeyInput ToKey(int code, char typed, Modifiers modifiers)
    {
        Key named = ToNamedKey(code, modifiers);
        if (named != Key.Other)
        {
            return new KeyInput(named, '\0', modifiers);
        }

        if (IsText(typed))
        {
            // AltGr, which types, comes as both keys.
            return new KeyInput(Key.Character, typed, (modifiers & AltGr) == AltGr ? modifiers & ~AltGr : modifiers);
        }

        char letter = (modifiers & Modifiers.Control) != 0 ? LetterOf(code, modifiers) : '\0';
        return new KeyInput(letter != '\0' ? Key.Character : Key.Other, letter, modifiers);
    }

    /// <summary>Whether a character is text and not a control character.</summary>
    public static bool IsText(char typed) => typed >= ' ' && typed != '\x7f';

    // With the control key a letter types a control character, and a digit nothing.
    private static char LetterOf(int code, Modifiers modifiers) => code switch
    {
        >= '0' and <= '9' => (char)code,
        >= 'A' and <= 'Z' => (modifiers & Modifiers.Shift) != 0 ? (char)code : char.ToLowerInvariant((char)code),
        _ => '\0',
    };

    private static Key ToNamedKey(int code, Modifiers modifiers) => code switch
    {
        0x08 => Key.Backspace,
        0x09 => Key.Tab,
        0x0d => Key.Enter,
        0x1b => Key.Escape,
        0x21 => Key.PageUp,
        0x22 => Key.PageDown,
        0x23 => Key.End,
        0x24 => Key.Home,
        0x25 => Key.Left,
        0x26 => Key.Up,
        0x27 => Key.Right,
        0x28 => Key.Down,
        0x2e => Key.Delete,
        0x5d => Key.Menu,
        F10 when (modifiers & Modifiers.Shift) != 0 => Key.Menu,
        _ => Key.Other,
    };
}
