using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;

namespace DrumSpace.Training.Data;

/// <summary>Reads the MIDI files of a folder one by one, for data that is more than patterns.</summary>
internal static class CorpusReader
{
    /// <summary>Reads the files in the order of the corpus; invalid MIDI files are skipped.</summary>
    /// <param name="folder">A folder of MIDI files, with subfolders.</param>
    /// <param name="read">Takes what is needed of a file.</param>
    /// <param name="isWanted">Which files are read; all when null.</param>
    /// <exception cref="TrainingException">The folder or a file cannot be read.</exception>
    public static List<(CorpusFile File, T Content)> Read<T>(
        string folder, Func<MidiFile, CorpusFile, T> read, Func<CorpusFile, bool>? isWanted = null)
    {
        List<(CorpusFile, T)> all = [];
        try
        {
            foreach (CorpusFile file in new CorpusFolder(folder).Files().Where(isWanted ?? (_ => true)))
            {
                if (TryRead(file.Path) is { } midi)
                {
                    all.Add((file, read(midi, file)));
                }
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TrainingException(cause.Message, cause);
        }

        return all;
    }

    private static MidiFile? TryRead(string path)
    {
        try
        {
            return MidiFile.Read(path);
        }
        catch (MidiFormatException)
        {
            return null;
        }
    }
}
