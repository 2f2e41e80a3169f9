namespace DrumSpace.Midi.Corpus;

/// <summary>
/// A stretch of a file in 4/4 and its 16th grid: the same parts and the same rounding as <see cref="PatternExtractor"/>'s, for a file that lies
/// in memory as events. The time signatures cut a file into parts; it begins in 4/4.
/// </summary>
internal readonly record struct FourFourPart
{
    /// <summary>Steps of a bar.</summary>
    public const int StepsPerBar = 16;

    private readonly long _start;
    private readonly long _end;
    private readonly int _ticksPerQuarter;

    private FourFourPart(long start, long end, int ticksPerQuarter)
    {
        _start = start;
        _end = end;
        _ticksPerQuarter = ticksPerQuarter;
    }

    /// <summary>The parts of a file, in order. Files of SMPTE time have no bars, and those of format 2 no common ones: both give none.</summary>
    public static IReadOnlyList<FourFourPart> Of(MidiFile file)
    {
        if (file.Division.IsSmpte || file.Format == MidiFileFormat.MultiSequence)
        {
            return [];
        }

        // Of several signatures at one place the last one read counts.
        SortedDictionary<long, bool> signatures = new() { [0] = true };
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent one in track.Events)
            {
                if (one.IsMeta && one.Data1 == (byte)MetaType.TimeSignature && track.PayloadOf(one) is [var numerator, var denominator, ..])
                {
                    signatures[one.Ticks] = numerator == 4 && denominator == 2;
                }
            }
        }

        List<FourFourPart> parts = [];
        KeyValuePair<long, bool>[] ordered = [.. signatures];
        for (int i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Value)
            {
                long end = i + 1 < ordered.Length ? ordered[i + 1].Key : long.MaxValue;
                parts.Add(new FourFourPart(ordered[i].Key, end, file.Division.TicksPerQuarter));
            }
        }

        return parts;
    }

    /// <summary>Rounds a note-on to the grid; halves round up.</summary>
    /// <param name="ticks">Its time in the file.</param>
    /// <param name="step">16ths from the part's start, when it lies in this part: what rounds to the start of the next part lies there.</param>
    public bool TryGetStep(long ticks, out long step)
    {
        step = StepOf(ticks);
        return EighthsLate(ticks, _start) >= 0 && (_end == long.MaxValue || EighthsLate(ticks, _end) < 0);
    }

    /// <summary>Rounds any time behind the part's start to the grid, even one behind its end: where a note that began here ends.</summary>
    public long StepOf(long ticks) => EighthsLate(ticks, _start) / (2 * _ticksPerQuarter);

    /// <summary>How far a note-on lies from the step it rounds to, in steps: from -0.5 (early) to below 0.5 (late).</summary>
    public float OffsetOf(long ticks) => (float)((double)(EighthsLate(ticks, _start) % (2 * _ticksPerQuarter)) / (2 * _ticksPerQuarter) - 0.5);

    // As PatternExtractor: how far a time lies behind the point half a 16th ahead of another, in eighths of a tick.
    private long EighthsLate(long ticks, long start) => (8 * (ticks - start)) + _ticksPerQuarter;
}
