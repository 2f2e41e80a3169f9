using System.Globalization;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>
/// Reads MIDI folders into the patterns of a training run: a window of two bars at every bar of 4/4, filtered by entropy, without
/// duplicates, and split as the corpus defines: Groove by its authors, other folders by the files' paths. Files of the split that is
/// neither learnt from nor held out (<see cref="CorpusReading.HeldOut"/>) are not opened.
/// </summary>
public static class TrainingDataReader
{
    /// <summary>The smallest training set.</summary>
    public const int MinTrainingPatterns = 100;

    private const int HopBars = 1;
    private const int MaxNamedRefusals = 3;

    /// <summary>Reads the folders, on all cores. Equal folders give equal data, in the same order.</summary>
    /// <param name="folders">Folders of MIDI files, with subfolders.</param>
    /// <param name="reading">How they are read; null for the defaults.</param>
    /// <param name="cancellation">Cancels the reading between two files.</param>
    /// <exception cref="TrainingException">
    /// A folder is missing, unreadable or has no MIDI file, or the training or held-out set is too small.
    /// </exception>
    public static TrainingData Read(
        IReadOnlyList<string> folders, CorpusReading? reading = null, CancellationToken cancellation = default)
    {
        var training = new List<Pattern>();
        var trainingFiles = new List<int>();
        int number = 0;
        var heldOut = new List<Pattern>();
        var known = new HashSet<Pattern>();
        var summaries = new List<DataFolder>();
        var heldOutFiles = new List<FilePatterns>();
        foreach (string folder in folders)
        {
            IReadOnlyList<FilePatterns> files = ReadFolder(folder, reading, cancellation);
            summaries.Add(new DataFolder(
                folder,
                files.Count(file => file.Refusal is null && !IsHeldOut(file)),
                files.Count(file => file.Refusal is null && IsHeldOut(file)),
                files.Count(file => file.Refusal is not null)));
            foreach (FilePatterns file in files.Where(file => !IsHeldOut(file)))
            {
                AddNew(file, known, training);
                trainingFiles.AddRange(Enumerable.Repeat(number++, training.Count - trainingFiles.Count));
            }

            heldOutFiles.AddRange(files.Where(IsHeldOut));
        }

        // After the training set, so that a pattern in both sets is dropped from the held-out one.
        foreach (FilePatterns file in heldOutFiles)
        {
            AddNew(file, known, heldOut);
        }

        CheckEnough(folders, training.Count, heldOut.Count);
        return new TrainingData(summaries, [.. training], [.. heldOut]) { TrainingFiles = [.. trainingFiles] };
    }

    private static bool IsHeldOut(FilePatterns file) => file.File.Split != CorpusSplit.Train;

    private static void AddNew(FilePatterns file, HashSet<Pattern> known, List<Pattern> patterns)
    {
        foreach (Pattern pattern in file.Patterns)
        {
            if (EntropyFilter.Passes(pattern) && known.Add(pattern))
            {
                patterns.Add(pattern);
            }
        }
    }

    /// <summary>The patterns of a folder by file, in the order of the corpus.</summary>
    /// <exception cref="TrainingException">The folder is missing or unreadable, or none of its MIDI files can be read.</exception>
    internal static IReadOnlyList<FilePatterns> ReadFolder(
        string folder, CorpusReading? reading = null, CancellationToken cancellation = default)
    {
        reading ??= CorpusReading.Default;
        IReadOnlyList<FilePatterns> files;
        try
        {
            CorpusFolder listed = new(folder, reading.Kit) { Splits = reading.Splits };
            files = new PatternSource([listed], HopBars).ReadAll(cancellation);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            string message = cause.Message.Contains(folder, StringComparison.Ordinal) ? cause.Message : $"{folder}: {cause.Message}";
            throw new TrainingException(message, cause);
        }

        foreach (FilePatterns file in files)
        {
            reading.Tell(file.Refusal);
        }

        reading.Tell(folder, files.Aggregate(default(ReadingTally), (sum, file) => sum + file.Tally));

        if (files.Count == 0)
        {
            throw new TrainingException($"{folder}: there is no MIDI file in this folder");
        }

        if (files.All(file => file.Refusal is not null))
        {
            IEnumerable<string> reasons = files.Take(MaxNamedRefusals).Select(file => $"{file.File.RelativePath}: {file.Refusal!.Reason}");
            throw new TrainingException($"{folder}: none of its {files.Count} MIDI files can be read ({string.Join("; ", reasons)})");
        }

        return files;
    }

    private static void CheckEnough(IReadOnlyList<string> folders, int training, int heldOut)
    {
        if (training < MinTrainingPatterns)
        {
            throw new TrainingException(string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", folders)}: {training} unique patterns of two 4/4 bars in the training set, "
                + $"and {MinTrainingPatterns} are needed"));
        }

        if (heldOut == 0)
        {
            throw new TrainingException(
                $"{string.Join(", ", folders)}: no file with drums in 4/4 is held out, "
                + "so the model cannot be evaluated; add more files");
        }
    }
}
