using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Files;
using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>Reads the MIDI files of a folder one by one, for data that is more than patterns.</summary>
internal static class CorpusReader
{
    /// <summary>Reads the files in the order of the corpus; entries that cannot be read are reported and skipped.</summary>
    /// <param name="folder">A folder of MIDI files, with subfolders.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="read">Takes what is needed of a file.</param>
    /// <param name="splits">The splits that are read; null for the training and the held-out one.</param>
    /// <param name="withFills">Whether the fills of the Groove MIDI Dataset are among them.</param>
    /// <exception cref="TrainingException">The folder cannot be read.</exception>
    public static List<(CorpusFile File, T Content)> Read<T>(
        string folder,
        CorpusReading reading,
        Func<MidiFile, CorpusFile, T> read,
        IReadOnlyCollection<CorpusSplit>? splits = null,
        bool withFills = false)
    {
        List<(CorpusFile, T)> all = [];
        TalliedFiles files = new();
        try
        {
            foreach (CorpusFile file in new CorpusFolder(folder, reading.Kit) { Splits = splits ?? reading.Splits }.Files(withFills: withFills))
            {
                (MidiFile? midi, RefusedFile? refused) = TryRead(file, files);
                reading.Tell(refused);
                if (midi is not null)
                {
                    all.Add((file, read(midi, file)));
                }
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TrainingException(cause.Message, cause);
        }

        reading.Tell(folder, files.Tally);
        return all;
    }

    private static (MidiFile? Midi, RefusedFile? Refused) TryRead(CorpusFile file, TalliedFiles files)
    {
        try
        {
            return file.Refusal is { } reason ? (null, Refused(reason)) : (files.Read(file), null);
        }
        catch (MidiFormatException error)
        {
            return (null, Refused(error.Reason, error.Offset));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, Refused(error.Message));
        }

        RefusedFile Refused(string reason, long? offset = null) => new(file.Index, file.Path, offset, reason);
    }

    // Files read into events, and what became of their drums.
    private sealed class TalliedFiles
    {
        private readonly PatternExtractor _extractor = new();
        private readonly List<Pattern> _patterns = [];

        public ReadingTally Tally { get; private set; }

        public MidiFile Read(CorpusFile file)
        {
            byte[] bytes = BoundedFile.Read(file.Path, MidiFile.MaxBytes);
            _patterns.Clear();
            _extractor.Extract(bytes, file.Path, file.Kit, _patterns);
            Tally += _extractor.Tally;
            return MidiFile.Read(bytes, file.Path);
        }
    }
}
