using System.Globalization;
using System.Text;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.X11;

/// <summary>The scale that the desktop wants windows to have: its resource Xft.dpi, of which 96 are a scale of 1.</summary>
internal static class ScreenScale
{
    private const string Name = "Xft.dpi:";
    private const double PlainDpi = 96;

    /// <summary>Asks the X server. One connection and one round trip.</summary>
    /// <returns>1 where the desktop says nothing, or there is no X server.</returns>
    public static double Read()
    {
        try
        {
            using X11Connection connection = new(null);
            return Of(Encoding.Latin1.GetString(connection.Properties.Bytes(connection.Root, X11Atoms.ResourceManager)));
        }
        catch (Exception e) when (e is WindowSystemException or DllNotFoundException)
        {
            return 1;
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
