using DrumSpace.Midi.Files;

namespace DrumSpace.Plugin.Files;

/// <summary>
/// A small JSON file of the user's that the plugin reads and writes by itself. What is wrong with it costs a line in the log; a file that
/// could not be read is put aside as NAME.damaged before another takes its place.
/// </summary>
/// <remarks>One thread at a time, and never the audio thread. Nothing here throws because of the file.</remarks>
/// <param name="path">The file; it and its folder are made with the first write.</param>
/// <param name="log">Receives a line about each problem, once.</param>
internal sealed class KeptFile(string path, Action<string> log)
{
    private bool _isDamaged;
    private string? _reported;

    /// <summary>Reads the file.</summary>
    /// <param name="parse">Reads its root; may throw <see cref="UserFileException"/>.</param>
    /// <returns>Null where there is no file, or none that can be read.</returns>
    public T? Read<T>(Func<JsonCursor, T> parse)
        where T : class
    {
        _isDamaged = false;
        try
        {
            return parse(JsonCursor.Parse(BoundedFile.Read(path, JsonCursor.MaxBytes), path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !Path.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is UserFileException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            _isDamaged = true;
            string problem = e is UserFileException ? e.Message : $"{path}: {e.Message}";
            Report($"{problem} The defaults are used.");
            return null;
        }
    }

    /// <summary>Replaces the file.</summary>
    public void Write(ReadOnlySpan<byte> content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            if (_isDamaged && File.Exists(path))
            {
                File.Move(path, path + ".damaged", overwrite: true);
            }

            AtomicFile.Write(path, content);
            _isDamaged = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Report($"{path}: it cannot be written: {e.Message}");
        }
    }

    private void Report(string problem)
    {
        if (problem != _reported)
        {
            _reported = problem;
            log(problem);
        }
    }
}
