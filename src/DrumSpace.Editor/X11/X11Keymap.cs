using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>The core protocol's table from keycodes to key symbols.</summary>
/// <param name="symbols">The symbols, first keycode 8.</param>
/// <param name="perCode">
/// Symbols a keycode: group 1 plain and shifted, group 2 plain and shifted, group 1 with AltGr plain and shifted.
/// </param>
internal sealed class X11Keymap(uint[] symbols, int perCode)
{
    private const int FirstCode = 8;
    private const int CodeCount = 248;

    // Bits of an event's state. Which modifier is number lock and which AltGr is a setting; every XKB keymap has these.
    private const int Shift = 1 << 0;
    private const int CapsLock = 1 << 1;
    private const int Control = 1 << 2;
    private const int Alt = 1 << 3;
    private const int NumberLock = 1 << 4;
    private const int AltGr = 1 << 7;
    private const int SecondGroup = 1 << 13;

    /// <summary>Reads the table. Waits for the server.</summary>
    public static unsafe X11Keymap Read(X11Connection connection)
    {
        KeyboardReply* reply = Xcb.xcb_get_keyboard_mapping_reply(
            connection.Handle, Xcb.xcb_get_keyboard_mapping(connection.Handle, FirstCode, CodeCount), null);
        X11Keymap map = reply == null
            ? new X11Keymap([], 0)
            : new X11Keymap(new Span<uint>(reply + 1, (int)reply->Length).ToArray(), reply->SymbolsPerCode);
        Libc.free(reply);
        return map;
    }

    /// <summary>The modifier keys of an event's state.</summary>
    public static Modifiers ModifiersOf(int state) =>
        ((state & Shift) != 0 ? Modifiers.Shift : 0) | ((state & Control) != 0 ? Modifiers.Control : 0)
        | ((state & Alt) != 0 ? Modifiers.Alt : 0);

    /// <summary>The key that an event means.</summary>
    /// <param name="code">Its keycode.</param>
    /// <param name="state">Its state.</param>
    public KeyInput KeyOf(int code, int state) => Keysym.ToKey(SymbolOf(code, state), ModifiersOf(state));

    /// <summary>The symbol of a keycode in a state (X Window System Protocol, section 5).</summary>
    public uint SymbolOf(int code, int state)
    {
        bool shift = (state & Shift) != 0;
        int column = (state & AltGr) != 0 && At(code, 4) != 0 ? 4
            : (state & SecondGroup) != 0 && At(code, 2) != 0 ? 2
            : 0;
        uint plain = At(code, column);
        uint shifted = At(code, column + 1);
        if (shifted == 0)
        {
            shifted = ToUpper(plain);
        }

        if (Keysym.IsKeypad(shifted) && (state & NumberLock) != 0)
        {
            return shift ? plain : shifted;
        }

        // Caps lock is for letters only.
        return (state & CapsLock) != 0 && ToUpper(plain) == shifted && plain != shifted ? (shift ? plain : shifted)
            : shift ? shifted : plain;
    }

    private static uint ToUpper(uint symbol)
    {
        char character = Keysym.IsKeypad(symbol) ? '\0' : Keysym.ToCharacter(symbol);
        char upper = char.ToUpperInvariant(character);
        return upper == character || upper > 0xff ? symbol : upper;
    }

    private uint At(int code, int column)
    {
        int index = ((code - FirstCode) * perCode) + column;
        return column < perCode && (uint)index < (uint)symbols.Length ? symbols[index] : 0;
    }
}
