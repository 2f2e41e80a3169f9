using System.ComponentModel;
using System.Diagnostics;

namespace DrumSpace.Training.Tests;

/// <summary>Debian's Python, for independent references.</summary>
internal static class Python
{
    /// <summary>The exit code of a script that needs a module that is not installed.</summary>
    public const int MissingModule = 77;

    /// <summary>Starts a script; null where the system has no Python.</summary>
    public static Process? Start(string script, params string[] arguments)
    {
        // Debian's own, because it has Debian's modules, whichever comes first in PATH.
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
