namespace DrumSpace.Abi.Vst3;

/// <summary>VirtualKeyCodes: the keys that are no characters. Those that are have the character's own code alone.</summary>
public static class Vst3Key
{
    /// <summary>Backspace.</summary>
    public const short Back = 1;

    /// <summary>Tab.</summary>
    public const short Tab = 2;

    /// <summary>Return.</summary>
    public const short Return = 4;

    /// <summary>Escape.</summary>
    public const short Escape = 6;

    /// <summary>The space bar.</summary>
    public const short Space = 7;

    /// <summary>End.</summary>
    public const short End = 9;

    /// <summary>Home.</summary>
    public const short Home = 10;

    /// <summary>The left arrow.</summary>
    public const short Left = 11;

    /// <summary>The up arrow.</summary>
    public const short Up = 12;

    /// <summary>The right arrow.</summary>
    public const short Right = 13;

    /// <summary>The down arrow.</summary>
    public const short Down = 14;

    /// <summary>Page up.</summary>
    public const short PageUp = 15;

    /// <summary>Page down.</summary>
    public const short PageDown = 16;

    /// <summary>The numeric pad's Enter.</summary>
    public const short Enter = 19;

    /// <summary>Insert.</summary>
    public const short Insert = 21;

    /// <summary>Delete.</summary>
    public const short Delete = 22;

    /// <summary>The numeric pad's 0; 1 to 9 follow.</summary>
    public const short NumPad0 = 24;

    /// <summary>The numeric pad's asterisk.</summary>
    public const short Multiply = 34;

    /// <summary>The numeric pad's plus.</summary>
    public const short Add = 35;

    /// <summary>The numeric pad's minus.</summary>
    public const short Subtract = 37;

    /// <summary>The numeric pad's point.</summary>
    public const short Decimal = 38;

    /// <summary>The numeric pad's slash.</summary>
    public const short Divide = 39;

    /// <summary>F1; F2 to F12 follow.</summary>
    public const short F1 = 40;

    /// <summary>The digit 0; 1 to 9, seven others and the letters follow as in ASCII.</summary>
    public const short Digit0 = 128;
}

/// <summary>KeyModifier.</summary>
[Flags]
public enum Vst3KeyModifiers : short
{
    /// <summary>No key.</summary>
    None = 0,

    /// <summary>Shift.</summary>
    Shift = 1 << 0,

    /// <summary>Alt.</summary>
    Alternate = 1 << 1,

    /// <summary>Control; on macOS the command key.</summary>
    Command = 1 << 2,

    /// <summary>On Windows the Windows key; on macOS Control.</summary>
    Control = 1 << 3,
}
