using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host;

/// <summary>What a <see cref="SongTime"/> reports to plugins: its position, modified by the quirks of a host.</summary>
/// <remarks>The thread that drives the transport updates it; nothing here locks or allocates.</remarks>
internal sealed class TransportReport(SongTime transport)
{
    private const TimeInfoFlags Offered = TimeInfoFlags.NanosValid | TimeInfoFlags.PpqPosValid | TimeInfoFlags.TempoValid
        | TimeInfoFlags.BarsValid | TimeInfoFlags.CyclePosValid | TimeInfoFlags.TimeSigValid | TimeInfoFlags.ClockValid;

    private readonly HostQuirks _quirks = transport.Quirks;
    private VstTimeInfo _time;
    private long? _cycleStart;

    /// <summary>Takes the time at the first frame of a block, unless this host repeats the time of its cycle.</summary>
    /// <param name="hasChanged">Whether the transport started, stopped, jumped or changed its loop.</param>
    public void Update(bool hasChanged)
    {
        if (hasChanged || !(transport.Frame - _cycleStart < _quirks.CycleFrames))
        {
            _cycleStart = transport.Frame;
            _time = Now();
        }

        _time.Flags = Flags(hasChanged);
    }

    /// <summary>The time at the first frame of the current block; false if this host reports none.</summary>
    /// <param name="requested">The fields that the plugin asks for.</param>
    /// <param name="time">The answer.</param>
    public bool TryGetTime(TimeInfoFlags requested, out VstTimeInfo time)
    {
        time = _quirks.ReportsNoTime ? default : _time;
        if (_quirks.FillsRequestedFieldsOnly)
        {
            KeepRequested(ref time, requested);
        }

        return !_quirks.ReportsNoTime;
    }

    private static void KeepRequested(ref VstTimeInfo time, TimeInfoFlags requested)
    {
        time.Flags &= ~Offered | requested;
        time.NanoSeconds = requested.HasFlag(TimeInfoFlags.NanosValid) ? time.NanoSeconds : 0;
        time.PpqPos = requested.HasFlag(TimeInfoFlags.PpqPosValid) ? time.PpqPos : 0;
        time.Tempo = requested.HasFlag(TimeInfoFlags.TempoValid) ? time.Tempo : 0;
        time.BarStartPos = requested.HasFlag(TimeInfoFlags.BarsValid) ? time.BarStartPos : 0;
        time.SamplesToNextClock = requested.HasFlag(TimeInfoFlags.ClockValid) ? time.SamplesToNextClock : 0;
        if (!requested.HasFlag(TimeInfoFlags.CyclePosValid))
        {
            time.CycleStartPos = time.CycleEndPos = 0;
        }

        if (!requested.HasFlag(TimeInfoFlags.TimeSigValid))
        {
            time.TimeSigNumerator = time.TimeSigDenominator = 0;
        }
    }

    private VstTimeInfo Now()
    {
        double ppq = transport.Ppq;
        double bar = transport.TimeSignature.Numerator * 4.0 / transport.TimeSignature.Denominator;
        double clock = Math.Ceiling(ppq * 24 - 1e-9) / 24;
        return new VstTimeInfo
        {
            SamplePos = Math.Round(transport.SongFrame),
            SampleRate = transport.SampleRate,
            NanoSeconds = transport.Frame / transport.SampleRate * 1e9,
            PpqPos = Round(ppq),
            Tempo = transport.TempoAt(ppq),
            BarStartPos = Math.Floor(ppq / bar + 1e-9) * bar,
            CycleStartPos = transport.Loop?.Start ?? 0,
            CycleEndPos = transport.Loop?.End ?? 0,
            TimeSigNumerator = transport.TimeSignature.Numerator,
            TimeSigDenominator = transport.TimeSignature.Denominator,
            SamplesToNextClock = (int)Math.Round(transport.SecondsAt(clock) * transport.SampleRate - transport.SongFrame),
        };
    }

    private double Round(double ppq)
    {
        double rounded = _quirks.PpqGrid > 0 ? Math.Round(ppq * _quirks.PpqGrid) / _quirks.PpqGrid : ppq;
        return _quirks.FloatPpq ? (float)rounded : rounded;
    }

    private TimeInfoFlags Flags(bool hasChanged)
    {
        bool reportsChange = hasChanged || (transport.IsPlaying && _quirks.AlwaysReportsChange);
        return (transport.Loop == null ? Offered & ~TimeInfoFlags.CyclePosValid : Offered | TimeInfoFlags.TransportCycleActive)
            | (transport.IsPlaying ? TimeInfoFlags.TransportPlaying : 0)
            | (reportsChange ? TimeInfoFlags.TransportChanged : 0);
    }
}
