using System.Globalization;
using System.Text;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.X11;

/// <summary>The screen's room, and the scale that the desktop wants: its resource Xft.dpi, of which 96 are a scale of 1.</summary>
internal static class ScreenScale
{
    private const string Name = "Xft.dpi:";
    private const double PlainDpi = 96;

    /// <summary>Asks the X server. One connection and one round trip.</summary>
    /// <returns>A scale of 1 where the desktop says nothing; null where there is no X server.</returns>
    public static ScreenRoom? Read()
    {
        try
        {
            using X11Connection connection = new(null);
            string resources = Encoding.Latin1.GetString(connection.Properties.Bytes(connection.Root, X11Atoms.ResourceManager));
            return new ScreenRoom(connection.Screen, Of(resources));
        }
        catch (Exception e) when (e is WindowSystemException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The scale that resources tell.</summary>
    /// <param name="resources">A resource a line, as "Xft.dpi:\t144".</param>
    public static double Of(string resources)
    {
        foreach (string line in resources.Split('\n'))
        {
            if (line.StartsWith(Name, StringComparison.Ordinal)
                && double.TryParse(line.AsSpan(Name.Length).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double dpi)
                && double.IsFinite(dpi) && dpi > 0)
            {
                return dpi / PlainDpi;
            }
        }

        return 1;
    }
}
