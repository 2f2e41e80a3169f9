using DrumSpace.Abi.Clap;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>Converts what a <see cref="SongTime"/> reports, its quirks included, to CLAP.</summary>
internal static unsafe class ClapTransport
{
    private const TimeInfoFlags AllFields = (TimeInfoFlags)(-1);

    private const ClapTransportFlags Valid =
        ClapTransportFlags.HasTempo | ClapTransportFlags.HasBeats | ClapTransportFlags.HasSeconds | ClapTransportFlags.HasTimeSignature;

    /// <summary>The time at a block's first frame; false if this host reports no time.</summary>
    public static bool TryGet(SongTime transport, int frames, out ClapEventTransport result)
    {
        if (!transport.TryGetTime(AllFields, out VstTimeInfo time))
        {
            result = default;
            return false;
        }

        result = new ClapEventTransport
        {
            Header = new ClapEventHeader { Size = (uint)sizeof(ClapEventTransport), Type = ClapEventType.Transport },
            Flags = Valid | (transport.IsPlaying ? ClapTransportFlags.IsPlaying : 0)
                | (transport.Loop != null ? ClapTransportFlags.IsLoopActive : 0),
            SongPositionBeats = Fixed(time.PpqPos),
            SongPositionSeconds = Fixed(time.SamplePos / time.SampleRate),
            Tempo = time.Tempo,
            TempoIncrement = transport.IsPlaying ? TempoIncrement(transport, frames) : 0,
            LoopStartBeats = Fixed(time.CycleStartPos),
            LoopEndBeats = Fixed(time.CycleEndPos),
            LoopStartSeconds = Fixed(transport.SecondsAt(time.CycleStartPos)),
            LoopEndSeconds = Fixed(transport.SecondsAt(time.CycleEndPos)),
            BarStart = Fixed(time.BarStartPos),
            BarNumber = (int)Math.Round(time.BarStartPos * time.TimeSigDenominator / (4.0 * time.TimeSigNumerator)),
            TimeSignatureNumerator = (ushort)time.TimeSigNumerator,
            TimeSignatureDenominator = (ushort)time.TimeSigDenominator,
        };
        return true;
    }

    private static long Fixed(double value) => (long)Math.Round(value * ClapEventTransport.Unit);

    // A ramp within the block; 0 in a block that crosses the loop's end.
    private static double TempoIncrement(SongTime transport, int frames)
    {
        double start = transport.Ppq;
        double end = transport.PpqAt(frames);
        return end < start ? 0 : (transport.TempoAt(end) - transport.TempoAt(start)) / frames;
    }
}
