using DrumSpace.Editor.Win32.Interop;

namespace DrumSpace.Editor.Win32;

/// <summary>How large Windows wants things, as a scale: 1 for 96 dots an inch.</summary>
/// <remarks>Any thread.</remarks>
internal static class Win32Scale
{
    private const double UnscaledDots = 96;

    /// <summary>The desktop's scale; 1 for a thread that leaves scaling to Windows.</summary>
    public static double OfSystem => Of(User32.GetDpiForSystem());

    /// <summary>The scale for a resolution.</summary>
    /// <param name="dots">Dots an inch; 0 for unknown.</param>
    public static double Of(uint dots) => dots == 0 ? 1 : dots / UnscaledDots;
}
