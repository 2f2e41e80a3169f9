using System.Globalization;
using System.Text;

namespace DrumSpace.Plugin.Diagnostics;

/// <summary>
/// The log file that tells a user why something does not work: `DrumSpace/drumspace.log` in the user's state folder
/// ($XDG_STATE_HOME, else ~/.local/state; on Windows the local application data), or the file that DRUMSPACE_LOG names. It is made
/// with its first line, so nothing is written while all is well, and begins anew at 1 MB.
/// </summary>
/// <remarks>Any thread but the audio thread, which leaves its faults in <see cref="FaultCounters"/>.</remarks>
public static class PluginLog
{
    private const string PathVariable = "DRUMSPACE_LOG";
    private const long MaxBytes = 1_000_000;
    private static readonly Lock Gate = new();

    /// <summary>The log file's path.</summary>
    public static string FilePath
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable(PathVariable);
            return string.IsNullOrEmpty(named) ? Path.Combine(StateFolder(), "DrumSpace", "drumspace.log") : named;
        }
    }

    /// <summary>Appends one line; whatever prevents it is passed over, because there is nobody left to tell.</summary>
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
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                bool full = File.Exists(path) && new FileInfo(path).Length > MaxBytes;
                using FileStream file = new(path, full ? FileMode.Create : FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                file.Write(Encoding.UTF8.GetBytes(line));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A log that cannot be written must not take the host with it.
        }
    }

    private static string StateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        return string.IsNullOrEmpty(state)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state")
            : state;
    }
}
