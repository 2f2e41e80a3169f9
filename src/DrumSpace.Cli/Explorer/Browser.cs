using System.ComponentModel;
using System.Diagnostics;

namespace DrumSpace.Cli.Explorer;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    /// <summary>Asks the system to open an address in it.</summary>
    /// <returns>False where the system cannot.</returns>
    public static bool TryOpen(Uri address)
    {
        // The opener's own words go nowhere: a browser's log on the terminal would hide the address.
        ProcessStartInfo start = OperatingSystem.IsWindows()
            ? new(address.AbsoluteUri) { UseShellExecute = true }
            : new("xdg-open", [address.AbsoluteUri]) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using Process? opener = Process.Start(start);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
