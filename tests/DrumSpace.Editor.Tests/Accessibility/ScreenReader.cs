using System.Diagnostics;
using DrumSpace.Editor.Tests.X11;

namespace DrumSpace.Editor.Tests.Accessibility;

/// <summary>Drives Native/screen_reader.py.</summary>
internal sealed class ScreenReader
{
    private readonly Process _process;

    public ScreenReader(Process process)
    {
        _process = process;
        Assert.Equal("ready", process.StandardOutput.ReadLine());
    }

    /// <summary>Gives a command.</summary>
    /// <returns>The answer's lines.</returns>
    public IReadOnlyList<string> Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        List<string> lines = [];
        while (_process.StandardOutput.ReadLine() is { } line && line != "done")
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Asks until one of the answer's lines is as wanted.</summary>
    /// <returns>That line.</returns>
    public string WaitFor(string command, Func<string, bool> isWanted)
    {
        string? found = null;
        List<string> all = [];
        Eventually.IsTrue(
            () =>
            {
                IReadOnlyList<string> lines = Ask(command);
                all.AddRange(lines);
                return (found = lines.FirstOrDefault(isWanted)) != null;
            },
            () => $"\"{command}\"; it answered:\n{string.Join('\n', all.TakeLast(200))}");
        return found!;
    }

    /// <summary>Waits until the window is on the desktop, or no more.</summary>
    public void WaitForWindow(bool isThere) => Eventually.IsTrue(
        () => Ask("apps").Any(line => line.StartsWith("app DrumSpace", StringComparison.Ordinal)) == isThere,
        () => $"the application to {(isThere ? "come" : "go")}: {string.Join(", ", Ask("apps"))}");
}
