using DrumSpace.Abi.Clap;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The song's time through a block, as CLAP tells it: at the first frame, by events in between, and with a tempo that may change with
/// every frame. Audio thread; no allocation, no wait.
/// </summary>
internal struct ClapSongTime
{
    // The engine takes one tempo a slice: in this many frames a ramp is a straight line to far below a frame.
    private const int RampSlice = 32;

    // Quarter notes a minute: no ramp leads below it, whatever a host computes.
    private const double MinTempo = 1;

    private HostTime _now;
    private double _increment;

    /// <summary>Takes what a host says of time, leaving out what cannot be.</summary>
    /// <param name="info">The time at the next slice's first frame.</param>
    public ClapSongTime(in ClapEventTransport info)
    {
        ClapTransportFlags flags = info.Flags;
        bool hasTempo = (flags & ClapTransportFlags.HasTempo) != 0 && double.IsFinite(info.Tempo) && info.Tempo > 0;
        bool hasBeats = (flags & ClapTransportFlags.HasBeats) != 0;

        // A host that counts in seconds alone has one tempo for the whole song.
        bool hasSeconds = !hasBeats && hasTempo && (flags & ClapTransportFlags.HasSeconds) != 0;
        double unit = hasSeconds ? ClapEventTransport.Unit * 60 / info.Tempo : ClapEventTransport.Unit;
        double loopStart = (hasSeconds ? info.LoopStartSeconds : info.LoopStartBeats) / unit;
        double loopEnd = (hasSeconds ? info.LoopEndSeconds : info.LoopEndBeats) / unit;
        bool isPlaying = (flags & ClapTransportFlags.IsPlaying) != 0;
        _now = new HostTime
        {
            IsPlaying = isPlaying,

            // Qtractor tells nothing at all until it has processed once. A transport that does not roll stands still wherever that is; to
            // know no position would mean that there is no transport, and the song would run free.
            HasPpq = hasBeats || hasSeconds || !isPlaying,
            Ppq = (hasSeconds ? info.SongPositionSeconds : info.SongPositionBeats) / unit,
            HasTempo = hasTempo,
            Tempo = info.Tempo,
            HasTimeSignature = (flags & ClapTransportFlags.HasTimeSignature) != 0
                && info.TimeSignatureNumerator > 0 && info.TimeSignatureDenominator > 0,
            Numerator = info.TimeSignatureNumerator,
            Denominator = info.TimeSignatureDenominator,
            HasBarStart = hasBeats,
            BarStart = info.BarStart / ClapEventTransport.Unit,
            IsLooping = (flags & ClapTransportFlags.IsLoopActive) != 0 && (hasBeats || hasSeconds) && loopEnd > loopStart,
            LoopStart = loopStart,
            LoopEnd = loopEnd,
        };
        _increment = hasTempo && double.IsFinite(info.TempoIncrement) ? info.TempoIncrement : 0;
    }

    /// <summary>The time of the next slice, with the tempo that it has on average; moves on behind it.</summary>
    /// <param name="frames">How long the slice may be; set to how long it is.</param>
    /// <param name="sampleRate">Frames a second.</param>
    public HostTime Next(ref int frames, double sampleRate)
    {
        if (_increment == 0)
        {
            HostTime steady = _now;
            _now.Advance(frames, sampleRate);
            return steady;
        }

        frames = Math.Min(frames, RampSlice);
        double tempo = _now.Tempo;
        _now.Tempo = Math.Max(tempo + (_increment * frames / 2), MinTempo);
        HostTime slice = _now;
        _now.Advance(frames, sampleRate);
        _now.Tempo = Math.Max(tempo + (_increment * frames), MinTempo);
        return slice;
    }
}
