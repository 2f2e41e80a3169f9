using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>
/// Cuts songs into pairs of drums and melody: in each window of <see cref="PatternExtractor"/>, every channel of every track that is mostly
/// monophonic. At least 4 notes of at least 2 pitches must begin in the window, and at most a tenth of the steps with onsets may have more
/// than one pitch. Of those, a lead keeps the highest and a bass the lowest.
/// </summary>
/// <remarks>
/// A melody is a bass if its instrument is one (programs 32 to 39) and its mean pitch is below middle C, or if its mean pitch is below note
/// 43, whatever its instrument. The key is that of the bars around the window (<see cref="LocalKeyFinder"/>).
/// </remarks>
public static class MelodyExtractor
{
    private const int MinOnsets = 4;
    private const int MinPitches = 2;
    private const int StepsPerChord = 10;
    private const int BassFamily = 4;
    private const double MaxBassPitch = 60;
    private const double MaxOtherBassPitch = 43;

    /// <summary>Cuts a song.</summary>
    /// <param name="file">The song.</param>
    /// <param name="kit">How its drums are read.</param>
    /// <param name="hopBars">Bars from one window to the next, 1 or 2.</param>
    /// <returns>The pairs in order of time, duplicates included.</returns>
    public static IReadOnlyList<MelodyPair> Extract(MidiFile file, Kit kit, int hopBars = 1)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentOutOfRangeException.ThrowIfLessThan(hopBars, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hopBars, 2);
        List<MelodyPair> pairs = [];
        foreach (FourFourPart part in FourFourPart.Of(file))
        {
            SortedDictionary<long, ushort[]> drums = Drums(file, kit, part);
            IReadOnlyList<PitchedPart> channels = drums.Count == 0 ? [] : PitchedPart.Of(file, part, DrumPart.Of(file, kit).Channel);
            var keys = new LocalKeyFinder(channels);
            foreach (long bar in Windows(drums, hopBars))
            {
                pairs.AddRange(channels.Select(channel => Pair(drums, channel, keys, bar)).OfType<MelodyPair>());
            }
        }

        return pairs;
    }

    private static SortedDictionary<long, ushort[]> Drums(MidiFile file, Kit kit, FourFourPart part)
    {
        SortedDictionary<long, ushort[]> bars = [];
        foreach ((long step, Voice voice, _) in part.DrumHits(file, kit))
        {
            long bar = step / Pattern.StepsPerBar;
            if (!bars.TryGetValue(bar, out ushort[]? masks))
            {
                bars.Add(bar, masks = new ushort[Pattern.StepsPerBar]);
            }

            masks[step % Pattern.StepsPerBar] |= (ushort)(1 << (int)voice);
        }

        return bars;
    }

    // The first bars of all windows with a hit.
    private static IEnumerable<long> Windows(SortedDictionary<long, ushort[]> drums, int hopBars) =>
        drums.Keys.SelectMany(bar => new[] { bar - 1, bar }).Where(bar => bar >= 0 && bar % hopBars == 0).Distinct();

    private static MelodyPair? Pair(SortedDictionary<long, ushort[]> drums, PitchedPart channel, LocalKeyFinder keys, long bar)
    {
        long start = bar * Pattern.StepsPerBar;
        PitchedPart.GridNote[] notes = [.. channel.Notes.Where(note => note.Step >= start && note.Step < start + MelodyPhrase.StepCount)];
        IGrouping<long, PitchedPart.GridNote>[] steps = [.. notes.GroupBy(note => note.Step).OrderBy(step => step.Key)];
        int chords = steps.Count(step => step.DistinctBy(note => note.Number).Count() > 1);
        if (notes.Length < MinOnsets || notes.DistinctBy(note => note.Number).Count() < MinPitches || chords * StepsPerChord > steps.Length)
        {
            return null;
        }

        ushort[] silence = new ushort[Pattern.StepsPerBar];
        var pattern = new Pattern([.. drums.GetValueOrDefault(bar, silence), .. drums.GetValueOrDefault(bar + 1, silence)]);
        int program = notes[0].Program;
        double pitch = notes.Average(note => note.Number);
        bool isBass = pitch < (program / 8 == BassFamily ? MaxBassPitch : MaxOtherBassPitch);
        MusicalKey key = keys.Around(bar);
        var conditioning = new MelodyConditioning(
            isBass ? MelodyRole.Bass : MelodyRole.Lead, program / 8, key, MelodyConditioning.OctaveOf(pitch, key.Tonic));
        return new MelodyPair(pattern, conditioning, program, Phrase(steps, start, isBass));
    }

    private static MelodyPhrase Phrase(IGrouping<long, PitchedPart.GridNote>[] steps, long start, bool isBass)
    {
        MelodyPhrase phrase = default;
        for (int i = 0; i < steps.Length; i++)
        {
            PitchedPart.GridNote note = isBass ? steps[i].MinBy(tone => tone.Number) : steps[i].MaxBy(tone => tone.Number);
            int step = (int)(note.Step - start);
            long end = Math.Min(note.End - start, i + 1 < steps.Length ? steps[i + 1].Key - start : MelodyPhrase.StepCount);
            phrase[step] = MelodyStep.NoteOf(note.Number);
            for (int held = step + 1; held < end; held++)
            {
                phrase[held] = MelodyStep.Tie;
            }
        }

        return phrase;
    }
}
