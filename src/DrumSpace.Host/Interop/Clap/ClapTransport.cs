using DrumSpace.Abi.Clap;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>Tells a CLAP plugin what <see cref="HostTransport"/> reports, habits included.</summary>
internal static unsafe class ClapTransport
{
    private const TimeInfoFlags Everything = (TimeInfoFlags)(-1);

    /// <summary>The time at a block's first frame; false where this host tells no time.</summary>
    public static bool TryGet(HostTransport transport, int frames, out ClapEventTransport told)
    {
        told = default;
        if (!transport.TryGetTime(Everything, out VstTimeInfo time))
        {
            return false;
        }

        told.Header = new ClapEventHeader { Size = (uint)sizeof(ClapEventTransport), Type = ClapEventType.Transport };
        told.Flags = ClapTransportFlags.HasTempo | ClapTransportFlags.HasBeats | ClapTransportFlags.HasSeconds | ClapTransportFlags.HasTimeSignature
            | (transport.IsPlaying ? ClapTransportFlags.IsPlaying : 0) | (transport.Loop != null ? ClapTransportFlags.IsLoopActive : 0);
        told.SongPositionBeats = Fixed(time.PpqPos);
        told.SongPositionSeconds = Fixed(time.SamplePos / time.SampleRate);
        told.Tempo = time.Tempo;
        told.TempoIncrement = transport.IsPlaying ? Increment(transport, frames) : 0;
        told.LoopStartBeats = Fixed(time.CycleStartPos);
        told.LoopEndBeats = Fixed(time.CycleEndPos);
        told.LoopStartSeconds = Fixed(transport.Tempo.SecondsAt(time.CycleStartPos));
        told.LoopEndSeconds = Fixed(transport.Tempo.SecondsAt(time.CycleEndPos));
        told.BarStart = Fixed(time.BarStartPos);
        told.BarNumber = (int)Math.Round(time.BarStartPos * time.TimeSigDenominator / (4.0 * time.TimeSigNumerator));
        told.TimeSignatureNumerator = (ushort)time.TimeSigNumerator;
        told.TimeSignatureDenominator = (ushort)time.TimeSigDenominator;
        return true;
    }

    private static long Fixed(double value) => (long)Math.Round(value * ClapEventTransport.Unit);

    // A ramp within the block; over a loop's end there is none.
    private static double Increment(HostTransport transport, int frames)
    {
        double start = transport.Ppq;
        double end = transport.PpqAt(frames);
        return end < start ? 0 : (transport.Tempo.TempoAt(end) - transport.Tempo.TempoAt(start)) / frames;
    }
}
