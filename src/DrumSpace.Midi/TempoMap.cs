namespace DrumSpace.Midi;

/// <summary>The tempos and time signatures of a file, and its ticks in seconds. Immutable; any thread.</summary>
public sealed class TempoMap
{
    // The specification's default.
    private const int DefaultTempo = 500_000;
    private const int MaxDenominatorPower = 6;

    private readonly TimeDivision _division;
    private readonly TempoChange[] _tempos;
    private readonly long[] _ticks;
    private readonly double[] _seconds;

    private TempoMap(TimeDivision division, IEnumerable<TrackChunk> tracks)
    {
        _division = division;
        SortedDictionary<long, int> tempos = new() { [0] = DefaultTempo };
        SortedDictionary<long, TimeSignature> signatures = new() { [0] = new TimeSignature(0, 4, 4) };
        foreach (TrackChunk track in tracks)
        {
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                ReadOnlySpan<byte> payload = midiEvent.IsMeta ? track.PayloadOf(midiEvent) : [];

                // The last event at a tick counts; invalid ones (too short, no duration) are skipped.
                if (midiEvent.Is(MetaType.Tempo) && payload.Length >= 3 && !payload[..3].SequenceEqual("\0\0\0"u8))
                {
                    tempos[midiEvent.Ticks] = payload[0] << 16 | payload[1] << 8 | payload[2];
                }
                else if (midiEvent.Is(MetaType.TimeSignature) && payload is [> 0, <= MaxDenominatorPower, ..])
                {
                    signatures[midiEvent.Ticks] = new TimeSignature(midiEvent.Ticks, payload[0], 1 << payload[1]);
                }
            }
        }

        TimeSignatures = [.. signatures.Values];
        _tempos = [.. tempos.Select(pair => new TempoChange(pair.Key, pair.Value))];
        _ticks = [.. tempos.Keys];
        _seconds = new double[_tempos.Length];
        for (int i = 1; i < _tempos.Length; i++)
        {
            _seconds[i] = _seconds[i - 1] + SecondsIn(_tempos[i - 1], _tempos[i].Ticks);
        }
    }

    /// <summary>The tempos in order of time, the first at tick 0 (120 BPM by default).</summary>
    public IReadOnlyList<TempoChange> Tempos => _tempos;

    /// <summary>The time signatures in order of time, the first at tick 0 (4/4 by default).</summary>
    public IReadOnlyList<TimeSignature> TimeSignatures { get; }

    /// <summary>The map of a file of format 0 or 1, from all its tracks.</summary>
    /// <exception cref="ArgumentException">The file's format is 2, whose tracks have maps of their own.</exception>
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
        int found = Array.BinarySearch(_ticks, ticks);
        int index = found >= 0 ? found : ~found - 1;
        return _seconds[index] + SecondsIn(_tempos[index], ticks);
    }

    private double SecondsIn(TempoChange tempo, long ticks) => _division.IsSmpte
        ? (ticks - tempo.Ticks) / _division.TicksPerSecond
        : (ticks - tempo.Ticks) * (tempo.MicrosecondsPerQuarter * 1e-6) / _division.TicksPerQuarter;
}
