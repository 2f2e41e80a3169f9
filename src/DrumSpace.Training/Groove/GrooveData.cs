using DrumSpace.Midi;
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
            .Read(folder, reading ?? CorpusReading.Default, Extract)
            .Where(file => file.Content.Count > 0)
            .ToLookup(file => file.File.Split == CorpusSplit.Train, file => file.Content);
        IReadOnlyList<PlayedPattern>[] trained = [.. files[true]], held = [.. files[false]];
        PlayedPattern[] training = [.. trained.SelectMany(windows => windows)], heldOut = [.. held.SelectMany(windows => windows)];
        return training.Length > 0 && heldOut.Length > 0
            ? new GrooveData(trained.Length, held.Length, training, heldOut)
            : throw new TrainingException(
                $"{folder}: {training.Length} training windows of drums in 4/4 and {heldOut.Length} held-out ones; both are needed");
    }

    /// <summary>
    /// The same performances, divided by performer instead: every third of them, in the order of their names, is held out as a whole, so that
    /// the training set has never heard them.
    /// </summary>
    /// <param name="performers">Those who are held out.</param>
    /// <returns>Null where there are fewer than three performers.</returns>
    public GrooveData? ByPerformer(out string[] performers)
    {
        PlayedPattern[] all = [.. Training, .. HeldOut];
        string[] names = [.. all.Select(window => window.Performer).Distinct().Order(StringComparer.Ordinal)];
        string[] unheard = performers = [.. names.Where((_, index) => index % 3 == 2)];
        ILookup<bool, PlayedPattern> windows = all.ToLookup(window => unheard.Contains(window.Performer));
        return unheard.Length > 0 ? this with { Training = [.. windows[false]], HeldOut = [.. windows[true]] } : null;
    }

    // In the Groove MIDI Dataset a drummer's performances are a folder.
    private static IReadOnlyList<PlayedPattern> Extract(MidiFile midi, CorpusFile file)
    {
        int end = file.RelativePath.IndexOf('/');
        string performer = end > 0 ? file.RelativePath[..end] : "";
        return [.. PlayedPatternExtractor.Extract(midi, file.Kit).Select(window => window with { Performer = performer })];
    }
}
