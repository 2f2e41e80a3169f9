using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Melody;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Melody;

/// <summary>Melodies with their drums, split by song like the patterns' training data: no melody of a held-out song is in the training
/// set.</summary>
/// <param name="Training">The training set, in the order of the files, without duplicates.</param>
/// <param name="HeldOut">The held-out set, likewise; none of it is in <paramref name="Training"/>.</param>
/// <param name="TrainingSongs">The song number of each training melody, from 0.</param>
/// <param name="HeldOutSongs">The song number of each held-out melody, from 0.</param>
public sealed record MelodyData(
    IReadOnlyList<MelodyExample> Training,
    IReadOnlyList<MelodyExample> HeldOut,
    IReadOnlyList<int> TrainingSongs,
    IReadOnlyList<int> HeldOutSongs)
{
    // The last two of General MIDI's 16 families are drums and sound effects.
    private const int MelodicFamilies = 14;

    /// <summary>Reads a folder: a window of two bars at every bar of 4/4 whose drums pass the entropy filter.</summary>
    /// <param name="folder">A folder of songs, however deep.</param>
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has no training or no held-out melodies.</exception>
    public static MelodyData Read(string folder, CorpusReading? reading = null)
    {
        ILookup<bool, IReadOnlyList<MelodyPair>> files = CorpusReader
            .Read(folder, reading ?? CorpusReading.Default, (midi, file) => MelodyExtractor.Extract(midi, file.Kit))
            .ToLookup(file => file.File.Split == CorpusSplit.Train, file => file.Content);

        // The training set first, so that a melody in both sets is dropped from the held-out one.
        HashSet<string> known = [];
        (List<MelodyExample> training, List<int> trainingSongs) = New(files[true], known);
        (List<MelodyExample> heldOut, List<int> heldOutSongs) = New(files[false], known);
        return training.Count > 0 && heldOut.Count > 0
            ? new MelodyData(training, heldOut, trainingSongs, heldOutSongs)
            : throw new TrainingException(
                $"{folder}: {training.Count} training melodies over drums in 4/4 and {heldOut.Count} held-out ones; both are needed");
    }

    private static (List<MelodyExample> Examples, List<int> Songs) New(
        IEnumerable<IReadOnlyList<MelodyPair>> files, HashSet<string> known)
    {
        List<MelodyExample> examples = [];
        List<int> songs = [];
        int song = 0;
        foreach (IReadOnlyList<MelodyPair> pairs in files)
        {
            examples.AddRange(pairs
                .Where(pair => pair.Conditioning.Instrument < MelodicFamilies && EntropyFilter.Passes(pair.Pattern))
                .Select(pair => MelodyExample.Of(pair.Pattern, pair.Conditioning, pair.Melody))
                .Where(example => known.Add(KeyOf(example))));
            if (examples.Count > songs.Count)
            {
                songs.AddRange(Enumerable.Repeat(song++, examples.Count - songs.Count));
            }
        }

        return (examples, songs);
    }

    // A melody that recurs in another key or on another instrument is a duplicate.
    private static string KeyOf(MelodyExample example) =>
        $"{new PatternLine(example.Pattern)} {Convert.ToHexString([.. example.Tokens])}";
}
