using DrumSpace.Abi.Clap;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The song's time through a block as CLAP reports it: at the first frame, by events within, and with a tempo that may change with every
/// frame. Audio thread; no allocation, no wait.
/// </summary>
internal struct ClapSongTime
{
    // The engine has one tempo a slice; over so few frames its error is far below a frame.
    private const int RampSlice = 32;

    // Quarter notes a minute. Ramps are limited to it, because a host's tempo increment may lead to 0 and below.
    private const double MinTempo = 1;

    private HostTime _now;
    private double _increment;

    /// <summary>Reads a host's time and ignores what is impossible.</summary>
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

            // Qtractor reports no position until it has processed a block. A stopped transport stands still wherever it is; without a
            // position the song would run free, as it does in hosts without a transport.
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

    /// <summary>Returns the time of the next slice, with its average tempo, and advances to its end.</summary>
    /// <param name="frames">The slice's maximum length; set to its length.</param>
    public HostTime Next(ref int frames)
    {
        if (_increment == 0)
        {
            HostTime steady = _now;
            _now.MoveOn();
            return steady;
        }

        frames = Math.Min(frames, RampSlice);
        double tempo = _now.Tempo;
        _now.Tempo = Math.Max(tempo + (_increment * frames / 2), MinTempo);
        HostTime slice = _now;
        _now.MoveOn();
        _now.Tempo = Math.Max(tempo + (_increment * frames), MinTempo);
        return slice;
    }
}
