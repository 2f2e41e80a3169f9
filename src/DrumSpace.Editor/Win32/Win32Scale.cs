using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>How large Windows wants things, as a scale: 1 for 96 dots an inch.</summary>
/// <remarks>Any thread.</remarks>
internal static unsafe class Win32Scale
{
    private const double UnscaledDots = 96;

    // A host has a title, tool bars and a frame around the window.
    private const double MaxShare = 0.9;

    /// <summary>The desktop's scale for a window; 1 for a thread that leaves scaling to Windows.</summary>
    /// <param name="own">The window's size at a scale of 1.</param>
    public static double OfSystem(PixelSize own) => Of(User32.GetDpiForSystem(), own, WorkArea());

    /// <summary>The screen without its task bar; more than any screen where Windows does not say.</summary>
    public static PixelSize WorkArea()
    {
        User32.Rectangle room;
        return User32.SystemParametersInfoW(User32.GetWorkArea, 0, &room, 0) != 0
            ? new PixelSize(room.Right - room.Left, room.Bottom - room.Top)
            : new PixelSize(ushort.MaxValue, ushort.MaxValue);
    }

    /// <summary>The scale for a resolution, less where the window would not fit, but never under 1.</summary>
    /// <param name="dots">Dots an inch.</param>
    /// <param name="own">The window's size at a scale of 1.</param>
    /// <param name="room">The screen's size.</param>
    public static double Of(uint dots, PixelSize own, PixelSize room)
    {
        double fitting = MaxShare * Math.Min((double)room.Width / own.Width, (double)room.Height / own.Height);
        return Math.Max(1, Math.Min(dots / UnscaledDots, fitting));
    }
}
