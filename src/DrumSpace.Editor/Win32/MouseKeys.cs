using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>What the parameters of mouse messages hold (winuser.h).</summary>
internal static class MouseKeys
{
    /// <summary>The lower half: x. It has a sign: a captured pointer goes left of the window.</summary>
    public static int Low(nint parameter) => (short)(parameter & 0xffff);

    /// <summary>The upper half: y, or the wheel's turn.</summary>
    public static int High(nint parameter) => (short)((parameter >> 16) & 0xffff);

    /// <summary>Whether a button is among those that are down.</summary>
    /// <param name="button">The button.</param>
    /// <param name="buttons">Flags as MK_LBUTTON.</param>
    public static bool IsDown(PointerButton button, uint buttons) => (buttons & FlagOf(button)) != 0;

    private static uint FlagOf(PointerButton button) => button switch
    {
        PointerButton.Left => 0x01,
        PointerButton.Right => 0x02,
        PointerButton.Middle => 0x10,
        _ => 0,
    };
}
