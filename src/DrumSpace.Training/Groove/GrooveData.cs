using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Training.Data;

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
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has no training or no held-out windows.</exception>
    public static GrooveData Read(string folder, CorpusReading? reading = null)
    {
        ILookup<bool, IReadOnlyList<PlayedPattern>> files = CorpusReader
            .Read(folder, reading ?? CorpusReading.Default, (midi, file) => PlayedPatternExtractor.Extract(midi, file.Kit))
            .Where(file => file.Content.Count > 0)
            .ToLookup(file => file.File.Split == CorpusSplit.Train, file => file.Content);
        PlayedPattern[] training = [.. files[true].SelectMany(windows => windows)];
        PlayedPattern[] heldOut = [.. files[false].SelectMany(windows => windows)];
        return training.Length > 0 && heldOut.Length > 0
            ? new GrooveData(files[true].Count(), files[false].Count(), training, heldOut)
            : throw new TrainingException(
                $"{folder}: {training.Length} training windows of drums in 4/4 and {heldOut.Length} held-out ones; both are needed");
    }
}
