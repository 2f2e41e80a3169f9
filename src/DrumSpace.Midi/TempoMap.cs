namespace DrumSpace.Midi;

/// <summary>
/// The tempos and time signatures of a file, and what its ticks are in seconds. Immutable; any thread.
/// </summary>
public sealed class TempoMap
{
    // The specification's defaults, until a file says otherwise.
    private const int DefaultTempo = 500_000;
    private const int LargestDenominatorPower = 6;

    private readonly TimeDivision _division;
    private readonly TempoChange[] _tempos;
    private readonly double[] _seconds;

    private TempoMap(TimeDivision division, IEnumerable<TrackChunk> tracks)
    {
        _division = division;
        SortedDictionary<long, int> tempos = new() { [0] = DefaultTempo };
        SortedDictionary<long, TimeSignature> signatures = new() { [0] = new TimeSignature(0, 4, 4) };
        foreach (TrackChunk track in tracks)
        {
            foreach (ref readonly TrackEvent one in track.Events)
            {
                ReadOnlySpan<byte> payload = one.IsMeta ? track.PayloadOf(one) : [];

                // Of several at one place the last counts; one that means nothing (too short, no time at all) is passed over.
                if (one.IsMeta && one.Data1 == (byte)MetaType.Tempo && payload.Length >= 3 && !payload[..3].SequenceEqual("\0\0\0"u8))
                {
                    tempos[one.Ticks] = payload[0] << 16 | payload[1] << 8 | payload[2];
                }
                else if (one.IsMeta && one.Data1 == (byte)MetaType.TimeSignature && payload.Length >= 2 && payload[0] > 0 &&
                    payload[1] <= LargestDenominatorPower)
                {
                    signatures[one.Ticks] = new TimeSignature(one.Ticks, payload[0], 1 << payload[1]);
                }
            }
        }

        TimeSignatures = [.. signatures.Values];
        _tempos = [.. tempos.Select(pair => new TempoChange(pair.Key, pair.Value))];
        _seconds = new double[_tempos.Length];
        for (int i = 1; i < _tempos.Length; i++)
        {
            _seconds[i] = _seconds[i - 1] + SecondsIn(_tempos[i - 1], _tempos[i].Ticks);
        }
    }

    /// <summary>The tempos in order of time, the first at tick 0 (120 BPM when the file says nothing).</summary>
    public IReadOnlyList<TempoChange> Tempos => _tempos;

    /// <summary>The time signatures in order of time, the first at tick 0 (4/4 when the file says nothing).</summary>
    public IReadOnlyList<TimeSignature> TimeSignatures { get; }

    /// <summary>The map of a file of format 0 or 1: that of all its tracks.</summary>
    /// <exception cref="ArgumentException">The file's format is 2, where each track has a map of its own.</exception>
    public static TempoMap Of(MidiFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Format != MidiFileFormat.MultiSequence
            ? new TempoMap(file.Division, file.Tracks)
            : throw new ArgumentException("The tracks of a file of format 2 have a tempo map each.", nameof(file));
    }

    /// <summary>The map of one track of a file of format 2.</summary>
    public static TempoMap Of(MidiFile file, int track)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new TempoMap(file.Division, [file.Tracks[track]]);
    }

    /// <summary>The time of a tick, in seconds from the start.</summary>
    /// <param name="ticks">At least 0.</param>
    public double SecondsAt(long ticks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        int found = Array.BinarySearch(_tempos, new TempoChange(ticks, 0), Comparer<TempoChange>.Create((one, other) => one.Ticks.CompareTo(other.Ticks)));
        int index = found >= 0 ? found : ~found - 1;
        return _seconds[index] + SecondsIn(_tempos[index], ticks);
    }

    private double SecondsIn(TempoChange tempo, long ticks) => _division.IsSmpte
        ? (ticks - tempo.Ticks) / _division.TicksPerSecond
        : (ticks - tempo.Ticks) * (tempo.MicrosecondsPerQuarter * 1e-6) / _division.TicksPerQuarter;
}
