using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Groove;

namespace DrumSpace.Training.Groove;

/// <summary>Human drumming, split as its authors did: no window of a held-out file is learnt from.</summary>
/// <param name="TrainingFiles">Files that gave windows to learn from.</param>
/// <param name="HeldOutFiles">Files that gave windows to measure on.</param>
/// <param name="Training">What to learn from, in the order of the files.</param>
/// <param name="HeldOut">What to measure on.</param>
public sealed record GrooveData(
    int TrainingFiles, int HeldOutFiles, IReadOnlyList<PlayedPattern> Training, IReadOnlyList<PlayedPattern> HeldOut)
{
    /// <summary>Reads a folder: a window of two bars at every bar of 4/4 of its beats, without the fills.</summary>
    /// <param name="folder">A folder in the shape of the Groove MIDI Dataset, or any folder of drum performances.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has nothing to learn from or to measure on.</exception>
    public static GrooveData Read(string folder)
    {
        List<PlayedPattern> training = [], heldOut = [];
        int trainingFiles = 0, heldOutFiles = 0;
        try
        {
            foreach (CorpusFile file in new CorpusFolder(folder).Files())
            {
                IReadOnlyList<PlayedPattern> windows = Read(file);
                bool learns = file.Split == CorpusSplit.Train;
                (learns ? training : heldOut).AddRange(windows);
                trainingFiles += learns && windows.Count > 0 ? 1 : 0;
                heldOutFiles += !learns && windows.Count > 0 ? 1 : 0;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TrainingException(cause.Message, cause);
        }

        return training.Count > 0 && heldOut.Count > 0
            ? new GrooveData(trainingFiles, heldOutFiles, training, heldOut)
            : throw new TrainingException(
                $"{folder}: {training.Count} windows of drums in 4/4 to learn from and {heldOut.Count} to measure on; both are needed");
    }

    // A file that is no MIDI has nothing to teach; the data sets' own are all sound.
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
