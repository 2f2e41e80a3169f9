using System.ComponentModel;
using System.Diagnostics;

namespace DrumSpace.Training.Tests;

/// <summary>Debian's Python, for references that are not our own.</summary>
internal static class Python
{
    /// <summary>The exit code with which a script says that a module it needs is not installed.</summary>
    public const int MissingModule = 77;

    /// <summary>Starts a script; null where the system has no Python.</summary>
    public static Process? Start(string script, params string[] arguments)
    {
        // Debian's own, whatever else comes first in PATH: it has Debian's modules.
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
