using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Fills;

/// <summary>Fills with the patterns that they were played in, split by file; test files are not read.</summary>
/// <param name="Training">The training set.</param>
/// <param name="HeldOut">The fills of validation files.</param>
/// <param name="Beats">Patterns of the training files of longer recordings, a window at every other bar, fills included.</param>
/// <param name="HeldOutBeats">Those of validation files.</param>
public sealed record FillData(
    IReadOnlyList<FillExample> Training,
    IReadOnlyList<FillExample> HeldOut,
    IReadOnlyList<Pattern> Beats,
    IReadOnlyList<Pattern> HeldOutBeats)
{
    private const int PatternsPerFill = 4;
    private const int MinHits = 4;
    private const int PickupSteps = 2;

    /// <summary>
    /// Reads a folder: the fills of the Groove MIDI Dataset with the typical patterns of the beats that have the same session, style and
    /// tempo, else of the same genre; and those that <see cref="FillFinder"/> finds in all other files. A held-out fill whose beats are
    /// all training files takes its pattern from those; a training fill never takes one from a held-out file.
    /// </summary>
    /// <param name="folder">A folder in the shape of the Groove MIDI Dataset, or any folder of songs with drums.</param>
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has no training or no held-out fills.</exception>
    public static FillData Read(string folder, CorpusReading? reading = null)
    {
        List<(CorpusFile File, Pattern[] Windows)> files = CorpusReader.Read(
            folder,
            reading ?? CorpusReading.Default,
            (midi, file) => PlayedPatternExtractor.Extract(midi, file.Kit).Select(window => window.Pattern).ToArray(),
            withFills: true);
        var beats = files.Where(file => !file.File.IsFill).ToLookup(file => file.File.Split == CorpusSplit.Train);
        Typical training = new(beats[true]), heldOut = new(beats[false]);
        ILookup<bool, FillExample> fills = files.SelectMany(file => Fills(file.File, file.Windows, training, heldOut))
            .ToLookup(fill => fill.IsTraining, fill => fill.Example);
        return fills[true].Any() && fills[false].Any()
            ? new FillData([.. fills[true]], [.. fills[false]], EveryOther(beats[true]), EveryOther(beats[false]))
            : throw new TrainingException(
                $"{folder}: {fills[true].Count()} training fills in 4/4 and {fills[false].Count()} held-out ones; both are needed");
    }

    private static IEnumerable<(bool IsTraining, FillExample Example)> Fills(
        CorpusFile file, Pattern[] windows, Typical training, Typical heldOut)
    {
        bool isTraining = file.Split == CorpusSplit.Train;
        if (!file.IsFill)
        {
            return FillFinder.Find(windows).Select(fill => (isTraining, fill));
        }

        // The last bar of the fill; the stroke after it, which begins the next bar, is not one.
        int last = Array.FindLastIndex(windows, window => PatternBars.Count(window.First(), Pattern.AllVoices) >= MinHits);
        if (last < 0)
        {
            return [];
        }

        Pattern[] patterns = (isTraining ? null : heldOut.OfTake(file)) ?? training.OfTake(file) ?? training.OfGenre(file) ?? [];
        return patterns.Take(isTraining ? PatternsPerFill : 1)
            .Select(pattern => (isTraining, new FillExample(pattern, Fill(pattern, windows[last].First()), IsRecorded: true)));
    }

    // A fill that begins late in the bar follows the pattern.
    private static Pattern Fill(in Pattern pattern, ReadOnlySpan<ushort> bar)
    {
        int start = bar.IndexOfAnyExcept((ushort)0);
        start = start > PickupSteps ? start : 0;
        return PatternBars.Join(pattern.First(), [.. pattern.Second()[..start], .. bar[start..]]);
    }

    private static Pattern[] EveryOther(IEnumerable<(CorpusFile File, Pattern[] Windows)> files) =>
        [.. files.SelectMany(file => file.Windows.Where((_, bar) => bar % 2 == 0))];

    // The typical patterns of a split's beats.
    private sealed class Typical(IEnumerable<(CorpusFile File, Pattern[] Windows)> beats)
    {
        private readonly Dictionary<string, Pattern[]> _takes = Of(beats, file => file.Take);
        private readonly Dictionary<string, Pattern[]> _genres = Of(beats, file => file.Genre);

        public Pattern[]? OfTake(CorpusFile file) => _takes.GetValueOrDefault(file.Take);

        public Pattern[]? OfGenre(CorpusFile file) => _genres.GetValueOrDefault(file.Genre);

        private static Dictionary<string, Pattern[]> Of(
            IEnumerable<(CorpusFile File, Pattern[] Windows)> beats, Func<CorpusFile, string> key) =>
            beats.GroupBy(beat => key(beat.File))
                .ToDictionary(group => group.Key, group => TypicalPatterns.Of(EveryOther(group), PatternsPerFill));
    }
}
