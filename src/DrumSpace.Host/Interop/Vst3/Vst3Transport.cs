using DrumSpace.Abi.Vst2;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>Converts what a <see cref="SongTime"/> reports, its quirks included, to VST 3.</summary>
internal static class Vst3Transport
{
    // VST 3 has kept these bits of VST2.
    private const TimeInfoFlags SameFlags = TimeInfoFlags.TransportPlaying | TimeInfoFlags.TransportCycleActive | TimeInfoFlags.NanosValid
        | TimeInfoFlags.PpqPosValid | TimeInfoFlags.TempoValid | TimeInfoFlags.BarsValid | TimeInfoFlags.CyclePosValid
        | TimeInfoFlags.TimeSigValid | TimeInfoFlags.ClockValid;

    private static readonly (Vst3ContextNeeds Need, TimeInfoFlags Field)[] Fields =
    [
        (Vst3ContextNeeds.SystemTime, TimeInfoFlags.NanosValid),
        (Vst3ContextNeeds.ProjectTimeMusic, TimeInfoFlags.PpqPosValid),
        (Vst3ContextNeeds.BarPositionMusic, TimeInfoFlags.BarsValid),
        (Vst3ContextNeeds.CycleMusic, TimeInfoFlags.CyclePosValid),
        (Vst3ContextNeeds.SamplesToNextClock, TimeInfoFlags.ClockValid),
        (Vst3ContextNeeds.Tempo, TimeInfoFlags.TempoValid),
        (Vst3ContextNeeds.TimeSignature, TimeInfoFlags.TimeSigValid),
    ];

    /// <summary>What a plugin asks for as VST2 asks for it.</summary>
    public static TimeInfoFlags Requested(Vst3ContextNeeds needs)
    {
        TimeInfoFlags requested = 0;
        foreach ((Vst3ContextNeeds need, TimeInfoFlags field) in Fields)
        {
            requested |= needs.HasFlag(need) ? field : 0;
        }

        return requested;
    }

    /// <summary>The time at a block's first frame; false if this host reports no time.</summary>
    /// <param name="transport">The source.</param>
    /// <param name="requested">The fields that the plugin asks for.</param>
    /// <param name="result">The time.</param>
    public static bool TryGet(SongTime transport, TimeInfoFlags requested, out Vst3ProcessContext result)
    {
        if (!transport.TryGetTime(requested, out VstTimeInfo time))
        {
            result = default;
            return false;
        }

        result = new Vst3ProcessContext
        {
            State = (Vst3ContextFlags)(time.Flags & SameFlags) | Vst3ContextFlags.ContTimeValid,
            SampleRate = time.SampleRate,
            ProjectTimeSamples = (long)time.SamplePos,
            SystemTime = (long)time.NanoSeconds,
            ContinuousTimeSamples = transport.Frame,
            ProjectTimeMusic = time.PpqPos,
            BarPositionMusic = time.BarStartPos,
            CycleStartMusic = time.CycleStartPos,
            CycleEndMusic = time.CycleEndPos,
            Tempo = time.Tempo,
            TimeSigNumerator = time.TimeSigNumerator,
            TimeSigDenominator = time.TimeSigDenominator,
            SamplesToNextClock = time.SamplesToNextClock,
        };
        return true;
    }
}
