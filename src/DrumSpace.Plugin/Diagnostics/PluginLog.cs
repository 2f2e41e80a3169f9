using System.Globalization;
using System.Text;
using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Diagnostics;

/// <summary>
/// The log file: `DrumSpace/drumspace.log` in the user's state folder ($XDG_STATE_HOME or ~/.local/state; on Windows the local application
/// data), or the file that DRUMSPACE_LOG names. The first line creates it; above 1 MB the next line truncates it. A pipe or
/// socket in its place gets nothing.
/// </summary>
/// <remarks>Any thread but the audio thread, which counts its errors in <see cref="ErrorCounters"/>. Nothing here throws. Hosts that
/// load each plugin in a process of its own share the file; a line waits up to a tenth of a second for another's.</remarks>
public static class PluginLog
{
    private const string PathVariable = "DRUMSPACE_LOG";
    private const long MaxBytes = 1_000_000;
    private const int MaxTries = 50;
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(2);
    private static readonly Lock Gate = new();

    /// <summary>The log file's path.</summary>
    public static string FilePath => Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path
        ? path
        : UserFolder.StateOf("drumspace.log");

    /// <summary>Appends one line, if the file can be written.</summary>
    /// <param name="message">What happened; line breaks become blanks.</param>
    public static void Write(string message)
    {
        try
        {
            string time = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            string line = $"{time} [{Environment.ProcessId}] {message.ReplaceLineEndings(" ")}\n";
            lock (Gate)
            {
                string path = FilePath;

                // Opening a pipe would wait for its other end. What lies below /dev is named on purpose.
                if (SpecialFile.KindOf(path) != null && !path.StartsWith("/dev/", StringComparison.Ordinal))
                {
                    return;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                bool isFull = File.Exists(path) && new FileInfo(path).Length > MaxBytes;
                using FileStream file = Open(path, isFull ? FileMode.Create : FileMode.Append);
                file.Write(Encoding.UTF8.GetBytes(line));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // There is nobody left to report this to.
        }
    }

    // One process at a time: others would append at the same place. Windows keeps writers apart and lets readers in.
    private static FileStream Open(string path, FileMode mode)
    {
        FileShare share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
        for (int tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(path, mode, FileAccess.Write, share);
            }
            catch (IOException) when (tries < MaxTries && File.Exists(path))
            {
                Thread.Sleep(TryAgain);
            }
        }
    }

    /// <summary>Appends what an entry point of the plugin threw: no exception may reach the host.</summary>
    /// <param name="call">What the host called, with the arguments that explain it.</param>
    /// <param name="exception">What was thrown.</param>
    public static void WriteFailure(string call, Exception exception) => Write($"{call}: {exception.GetType().Name}: {exception.Message}");
}
