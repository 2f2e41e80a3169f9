namespace DrumSpace.Plugin.Tests;

/// <summary>Reads logs that the plugin may be writing to at the moment, without locking it out.</summary>
internal static class LogFile
{
    /// <summary>The text; empty where there is no log.</summary>
    public static string Read(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    /// <summary>The lines.</summary>
    public static string[] ReadLines(string path) => Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
