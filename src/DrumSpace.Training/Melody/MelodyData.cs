using DrumSpace.Midi;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Melody;
using DrumSpace.Music;

namespace DrumSpace.Training.Melody;

/// <summary>Lines with their drums, split by whole songs as the beats' training data is: no line of a held-out song is learnt from.</summary>
/// <param name="Training">What to learn from, in the order of the files; each once.</param>
/// <param name="HeldOut">What to measure on: the same, and none is among <paramref name="Training"/> either.</param>
/// <param name="TrainingSongs">To each line to learn from, the number of its song, from 0.</param>
/// <param name="HeldOutSongs">To each held-out line, the number of its song, from 0.</param>
public sealed record MelodyData(
    IReadOnlyList<MelodyExample> Training, IReadOnlyList<MelodyExample> HeldOut, IReadOnlyList<int> TrainingSongs, IReadOnlyList<int> HeldOutSongs)
{
    // Of General MIDI's families the last two are drums and noises: what they play is no melody.
    private const int MelodicFamilies = 14;

    /// <summary>Reads a folder: a window of two bars at every bar of 4/4 whose drums pass the entropy filter.</summary>
    /// <param name="folder">A folder of songs, however deep.</param>
    /// <exception cref="TrainingException">The folder cannot be read, or has nothing to learn from or to measure on.</exception>
    public static MelodyData Read(string folder)
    {
        List<IReadOnlyList<MelodyPair>> learnt = [], held = [];
        try
        {
            foreach (CorpusFile file in new CorpusFolder(folder).Files())
            {
                IReadOnlyList<MelodyPair> pairs = Read(file);
                if (pairs.Count > 0)
                {
                    (file.Split == CorpusSplit.Train ? learnt : held).Add(pairs);
                }
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TrainingException(cause.Message, cause);
        }

        // First all that is learnt from, so that a line on both sides is measured on neither.
        HashSet<string> known = [];
        (List<MelodyExample> training, List<int> trainingSongs) = New(learnt, known);
        (List<MelodyExample> heldOut, List<int> heldOutSongs) = New(held, known);
        return training.Count > 0 && heldOut.Count > 0
            ? new MelodyData(training, heldOut, trainingSongs, heldOutSongs)
            : throw new TrainingException(
                $"{folder}: {training.Count} melodies over drums in 4/4 to learn from and {heldOut.Count} to measure on; both are needed");
    }

    private static (List<MelodyExample> Examples, List<int> Songs) New(List<IReadOnlyList<MelodyPair>> files, HashSet<string> known)
    {
        List<MelodyExample> examples = [];
        List<int> songs = [];
        int song = 0;
        foreach (IReadOnlyList<MelodyPair> pairs in files)
        {
            AddNew(pairs, known, examples);
            if (examples.Count > songs.Count)
            {
                songs.AddRange(Enumerable.Repeat(song++, examples.Count - songs.Count));
            }
        }

        return (examples, songs);
    }

    private static void AddNew(IReadOnlyList<MelodyPair> pairs, HashSet<string> known, List<MelodyExample> examples)
    {
        foreach (MelodyPair pair in pairs)
        {
            MelodyExample example = MelodyExample.Of(pair.Pattern, pair.Conditioning, pair.Melody);
            if (pair.Conditioning.Instrument < MelodicFamilies && EntropyFilter.Passes(pair.Pattern) && known.Add(KeyOf(example)))
            {
                examples.Add(example);
            }
        }
    }

    // A line that comes again in another key or on another instrument is the same line.
    private static string KeyOf(MelodyExample example) =>
        $"{new PatternLine(example.Pattern)} {Convert.ToHexString([.. example.Tokens])}";

    // A file that is no MIDI has nothing to teach.
    private static IReadOnlyList<MelodyPair> Read(CorpusFile file)
    {
        try
        {
            return MelodyExtractor.Extract(MidiFile.Read(file.Path), file.Kit);
        }
        catch (MidiFormatException)
        {
            return [];
        }
    }
}
