using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>The screen's room, and how large Windows wants things on it.</summary>
/// <remarks>Any thread.</remarks>
internal static unsafe class Win32Scale
{
    private const double UnscaledDots = 96;

    /// <summary>Asks Windows. The scale is 1 for a thread that leaves scaling to Windows, and for 96 dots an inch.</summary>
    public static ScreenRoom Read() => new(WorkArea(), User32.GetDpiForSystem() / UnscaledDots);

    /// <summary>The screen without its task bar; more than any screen where Windows does not say.</summary>
    public static PixelSize WorkArea()
    {
        User32.Rectangle room;
        return User32.SystemParametersInfoW(User32.GetWorkArea, 0, &room, 0) != 0
            ? new PixelSize(room.Right - room.Left, room.Bottom - room.Top)
            : new PixelSize(ushort.MaxValue, ushort.MaxValue);
    }
}
