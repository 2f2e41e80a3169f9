using System.Collections.Concurrent;
using System.Diagnostics;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>A running program in C and the lines that it prints.</summary>
public sealed class NativeProgram : IDisposable
{
    private readonly Process _process;

    public NativeProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data != null)
            {
                Lines.Enqueue(e.Data);
            }
        };
        process.BeginOutputReadLine();
    }

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Waits for a line that begins so.</summary>
    /// <returns>The line.</returns>
    public string WaitFor(string beginning)
    {
        string? found = null;
        Eventually.IsTrue(
            () => (found = Lines.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal))) != null,
            () => $"a line \"{beginning}\" in:\n{string.Join('\n', Lines)}");
        return found!;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
