using System.Text;
using System.Text.Json;

namespace DrumSpace.Training.Reports;

/// <summary>The files of a report.</summary>
internal static class ReportFolder
{
    /// <summary>The format of JSON reports.</summary>
    public static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes files into a folder, which is created if it does not exist.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<(string Name, string Content)> files)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string content) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), content, new UTF8Encoding(false));
        }

        return [.. files.Select(file => file.Name)];
    }
}
