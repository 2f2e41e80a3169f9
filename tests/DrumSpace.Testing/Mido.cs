using System.ComponentModel;
using System.Diagnostics;

namespace DrumSpace.Testing;

/// <summary>Debian's python3-mido, an independent reader of MIDI files.</summary>
public static class Mido
{
    /// <summary>Runs a script that imports mido; skips the test where there is none.</summary>
    /// <param name="script">Python.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed, with \n as line break and none at the end.</returns>
    public static string Run(string script, params string[] arguments)
    {
        Assert.SkipUnless(TryRun(out _, "-c", "import mido"), "python3-mido is not installed.");
        Assert.True(TryRun(out string text, ["-c", script, .. arguments]), text);
        return text.TrimEnd();
    }

    private static bool TryRun(out string text, params string[] arguments)
    {
        text = "";

        // Debian's own Python, where Debian's packages are; another python3 may come first in PATH.
        string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        ProcessStartInfo start = new(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            text = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
            process.WaitForExit();
            text += errors.Result;
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
