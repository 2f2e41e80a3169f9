using DrumSpace.Midi;

namespace DrumSpace.Plugin.Files;

/// <summary>Writes MIDI files that did not exist before. Any thread but the audio thread.</summary>
internal static class NewFile
{
    /// <summary>Writes a file of its own, with a number where the name is taken.</summary>
    /// <param name="name">The path without the extension; its folder exists.</param>
    /// <param name="midi">The content.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static string Write(string name, MidiFile midi)
    {
        using MemoryStream bytes = new();
        midi.Write(bytes);
        for (int number = 1; ; number++)
        {
            string file = number == 1 ? $"{name}.mid" : $"{name} ({number}).mid";
            if (TryWrite(file, bytes))
            {
                return file;
            }
        }
    }

    // False where the name is taken: another process may take it at any moment, so only creating the file tells.
    private static bool TryWrite(string path, MemoryStream bytes)
    {
        FileStream target;
        try
        {
            target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }

        try
        {
            using (target)
            {
                bytes.WriteTo(target);
            }

            return true;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
