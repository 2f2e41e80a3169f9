using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>
/// Cuts songs into drums with a line: in each of <see cref="PatternExtractor"/>'s windows, every channel of every track that is mostly
/// monophonic there: at least 4 notes of at least 2 pitches begin in it, and on at most a tenth of the steps where notes begin there is
/// more than one pitch. Of these, a lead keeps the highest and a bass the lowest.
/// </summary>
/// <remarks>A line is a bass when a bass plays it (programmes 32 to 39) below the C below middle C on the whole, or when it lies below the
/// octave under that, whoever plays it. The key is that of the bars around (<see cref="KeyFinder"/>).</remarks>
public static class MelodyExtractor
{
    private const int DrumChannel = 9;
    private const int MinOnsets = 4;
    private const int MinPitches = 2;
    private const int StepsPerChord = 10;
    private const int BassFamily = 4;
    private const double HighestBassProgram = 60;
    private const double HighestOtherBass = 43;

    /// <summary>Cuts a song.</summary>
    /// <param name="file">The song.</param>
    /// <param name="kit">How its drums are read.</param>
    /// <param name="hopBars">Bars from one window to the next, 1 or 2.</param>
    /// <returns>The pairs, in the order of time, as often as they come.</returns>
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
            IReadOnlyList<PitchedPart> channels = drums.Count == 0 ? [] : PitchedPart.Of(file, part);
            var keys = new LocalKeyFinder(channels);
            foreach (long bar in Windows(drums, hopBars))
            {
                foreach (PitchedPart channel in channels)
                {
                    if (Pair(drums, channel, keys, bar) is { } pair)
                    {
                        pairs.Add(pair);
                    }
                }
            }
        }

        return pairs;
    }

    private static SortedDictionary<long, ushort[]> Drums(MidiFile file, Kit kit, FourFourPart part)
    {
        SortedDictionary<long, ushort[]> bars = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent one in track.Events)
            {
                if (one.IsNoteOn && one.Channel == DrumChannel && kit.MaskOf(one.Data1) is var mask and not 0
                    && part.TryGetStep(one.Ticks, out long step))
                {
                    long bar = step / FourFourPart.StepsPerBar;
                    if (!bars.TryGetValue(bar, out ushort[]? masks))
                    {
                        bars.Add(bar, masks = new ushort[FourFourPart.StepsPerBar]);
                    }

                    masks[step % FourFourPart.StepsPerBar] |= mask;
                }
            }
        }

        return bars;
    }

    // The first bars of the windows with a hit, whose last begins where the last hit is.
    private static IEnumerable<long> Windows(SortedDictionary<long, ushort[]> drums, int hopBars)
    {
        IEnumerable<long> starts = drums.Keys.SelectMany(bar => new[] { bar - 1, bar });
        return starts.Where(bar => bar >= 0 && bar % hopBars == 0).Distinct();
    }

    private static MelodyPair? Pair(SortedDictionary<long, ushort[]> drums, PitchedPart channel, LocalKeyFinder keys, long bar)
    {
        long start = bar * FourFourPart.StepsPerBar;
        List<PitchedPart.GridNote> notes =
            [.. channel.Notes.Where(note => note.Step >= start && note.Step < start + MelodyPhrase.StepCount)];
        if (notes.Count < MinOnsets || notes.DistinctBy(note => note.Number).Count() < MinPitches)
        {
            return null;
        }

        IGrouping<long, PitchedPart.GridNote>[] steps = [.. notes.GroupBy(note => note.Step).OrderBy(step => step.Key)];
        int chords = steps.Count(step => step.DistinctBy(note => note.Number).Count() > 1);
        if (chords * StepsPerChord > steps.Length)
        {
            return null;
        }

        ushort[] silence = new ushort[FourFourPart.StepsPerBar];
        var pattern = new Pattern([.. drums.GetValueOrDefault(bar, silence), .. drums.GetValueOrDefault(bar + 1, silence)]);
        int program = notes[0].Program;
        double pitch = notes.Average(note => note.Number);
        bool isBass = program / 8 == BassFamily ? pitch < HighestBassProgram : pitch < HighestOtherBass;
        MusicalKey key = keys.Around(bar);
        var setting = new MelodyConditioning(
            isBass ? MelodyRole.Bass : MelodyRole.Lead, program / 8, key, MelodyConditioning.OctaveOf(pitch, key.Tonic));
        return new MelodyPair(pattern, setting, program, Line(steps, start, isBass));
    }

    private static MelodyPhrase Line(IGrouping<long, PitchedPart.GridNote>[] steps, long start, bool isBass)
    {
        MelodyPhrase line = default;
        for (int i = 0; i < steps.Length; i++)
        {
            PitchedPart.GridNote note = isBass ? steps[i].MinBy(one => one.Number) : steps[i].MaxBy(one => one.Number);
            int step = (int)(note.Step - start);
            long end = Math.Min(note.End - start, i + 1 < steps.Length ? steps[i + 1].Key - start : MelodyPhrase.StepCount);
            line[step] = MelodyStep.NoteOf(note.Number);
            for (int held = step + 1; held < end; held++)
            {
                line[held] = MelodyStep.Tie;
            }
        }

        return line;
    }
}
