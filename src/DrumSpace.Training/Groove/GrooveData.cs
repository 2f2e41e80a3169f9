using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Groove;

namespace DrumSpace.Training.Groove;

/// <summary>Human performances, split as their authors did: no window of a held-out file is in the training set.</summary>
/// <param name="TrainingFiles">The number of files with training windows.</param>
/// <param name="HeldOutFiles">The number of files with held-out windows.</param>
/// <param name="Training">The training set, in the order of the files.</param>
/// <param name="HeldOut">The held-out set.</param>
public sealed record GrooveData(
    int TrainingFiles, int HeldOutFiles, IReadOnlyList<PlayedPattern> Training, IReadOnlyList<PlayedPattern> HeldOut)
{
    /// <summary>Reads a folder: a window of two bars at every bar of its 4/4 grooves, without the fills.</summary>
    /// <param name="folder">A folder in the shape of the Groove MIDI Dataset, or any folder of drum performances.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has no training or no held-out windows.</exception>
    public static GrooveData Read(string folder)
    {
        List<PlayedPattern> training = [], heldOut = [];
        int trainingFiles = 0, heldOutFiles = 0;
        try
        {
            foreach (CorpusFile file in new CorpusFolder(folder).Files())
            {
                IReadOnlyList<PlayedPattern> windows = Read(file);
                bool isTraining = file.Split == CorpusSplit.Train;
                (isTraining ? training : heldOut).AddRange(windows);
                trainingFiles += isTraining && windows.Count > 0 ? 1 : 0;
                heldOutFiles += !isTraining && windows.Count > 0 ? 1 : 0;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TrainingException(cause.Message, cause);
        }

        return training.Count > 0 && heldOut.Count > 0
            ? new GrooveData(trainingFiles, heldOutFiles, training, heldOut)
            : throw new TrainingException(
                $"{folder}: {training.Count} training windows of drums in 4/4 and {heldOut.Count} held-out ones; both are needed");
    }

    // An invalid MIDI file is skipped.
    private static IReadOnlyList<PlayedPattern> Read(CorpusFile file)
    {
        try
        {
            return PlayedPatternExtractor.Extract(MidiFile.Read(file.Path), file.Kit);
        }
        catch (MidiFormatException)
        {
            return [];
        }
    }
}
