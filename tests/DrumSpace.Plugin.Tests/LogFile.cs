namespace DrumSpace.Plugin.Tests;

/// <summary>Reads logs that the plugin may be writing to at the moment.</summary>
internal static class LogFile
{
    private const int MaxTries = 500;
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(2);

    /// <summary>The text; empty where there is no log.</summary>
    /// <exception cref="IOException">The file cannot be read, or is never free.</exception>
    public static string Read(string path)
    {
        for (int tries = 1; File.Exists(path); tries++)
        {
            try
            {
                using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
                return reader.ReadToEnd();
            }
            catch (IOException) when (tries < MaxTries)
            {
                // A writer has the file to itself while it adds a line.
                Thread.Sleep(TryAgain);
            }
        }

        return "";
    }

    /// <summary>The lines.</summary>
    public static string[] ReadLines(string path) => Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
