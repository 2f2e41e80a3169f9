using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host;

/// <summary>What the plugin is told of the time.</summary>
public sealed partial class HostTransport
{
    private const TimeInfoFlags Offered = TimeInfoFlags.NanosValid | TimeInfoFlags.PpqPosValid | TimeInfoFlags.TempoValid
        | TimeInfoFlags.BarsValid | TimeInfoFlags.CyclePosValid | TimeInfoFlags.TimeSigValid | TimeInfoFlags.ClockValid;

    private VstTimeInfo _reported;
    private long _cycleBegan = long.MinValue;
    private bool _changed;

    /// <summary>The time at the current block's first frame, with the habits of this host.</summary>
    /// <param name="asked">The fields that the plugin asks for.</param>
    /// <param name="time">The answer.</param>
    /// <returns>False where this host tells no time.</returns>
    public bool TryGetTime(TimeInfoFlags asked, out VstTimeInfo time)
    {
        if (Habits.HasNoTime)
        {
            time = default;
            return false;
        }

        time = _reported;
        if (Habits.OnlyAskedFields)
        {
            KeepAsked(ref time, asked);
        }

        return true;
    }

    private static void KeepAsked(ref VstTimeInfo time, TimeInfoFlags asked)
    {
        time.Flags &= ~Offered | asked;
        time.NanoSeconds = asked.HasFlag(TimeInfoFlags.NanosValid) ? time.NanoSeconds : 0;
        time.PpqPos = asked.HasFlag(TimeInfoFlags.PpqPosValid) ? time.PpqPos : 0;
        time.Tempo = asked.HasFlag(TimeInfoFlags.TempoValid) ? time.Tempo : 0;
        time.BarStartPos = asked.HasFlag(TimeInfoFlags.BarsValid) ? time.BarStartPos : 0;
        time.SamplesToNextClock = asked.HasFlag(TimeInfoFlags.ClockValid) ? time.SamplesToNextClock : 0;
        if (!asked.HasFlag(TimeInfoFlags.CyclePosValid))
        {
            time.CycleStartPos = time.CycleEndPos = 0;
        }

        if (!asked.HasFlag(TimeInfoFlags.TimeSigValid))
        {
            time.TimeSigNumerator = time.TimeSigDenominator = 0;
        }
    }

    /// <summary>Takes the block's time down, unless this host repeats the one of its cycle.</summary>
    private void TakeTime()
    {
        bool sameCycle = Habits.CycleFrames > 0 && !_changed && Frame - _cycleBegan < Habits.CycleFrames;
        if (_cycleBegan != long.MinValue && sameCycle)
        {
            _reported.Flags = State();
            return;
        }

        _cycleBegan = Frame;
        double ppq = Ppq;
        double bar = TimeSignature.Numerator * 4.0 / TimeSignature.Denominator;
        double clock = Math.Ceiling(ppq * 24 - 1e-9) / 24;
        _reported = new VstTimeInfo
        {
            SamplePos = Math.Round(_songFrame),
            SampleRate = SampleRate,
            NanoSeconds = Frame / SampleRate * 1e9,
            PpqPos = Rounded(ppq),
            Tempo = Tempo.TempoAt(ppq),
            BarStartPos = Math.Floor(ppq / bar + 1e-9) * bar,
            CycleStartPos = Loop?.Start ?? 0,
            CycleEndPos = Loop?.End ?? 0,
            TimeSigNumerator = TimeSignature.Numerator,
            TimeSigDenominator = TimeSignature.Denominator,
            SamplesToNextClock = (int)Math.Round(FrameOf(clock) - _songFrame),
            Flags = State(),
        };
    }

    private double Rounded(double ppq)
    {
        if (Habits.PpqGrid > 0)
        {
            ppq = Math.Round(ppq * Habits.PpqGrid) / Habits.PpqGrid;
        }

        return Habits.FloatPpq ? (float)ppq : ppq;
    }

    private TimeInfoFlags State()
    {
        TimeInfoFlags flags = Offered;
        if (Loop == null)
        {
            flags &= ~TimeInfoFlags.CyclePosValid;
        }
        else
        {
            flags |= TimeInfoFlags.TransportCycleActive;
        }

        if (IsPlaying)
        {
            flags |= TimeInfoFlags.TransportPlaying;
        }

        return _changed || (IsPlaying && Habits.AlwaysChanged) ? flags | TimeInfoFlags.TransportChanged : flags;
    }
}
