using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host;

/// <summary>A host's song time as plugins learn it, offline (<see cref="HostTransport"/>) and live.</summary>
/// <remarks>One thread drives it and calls <see cref="TryGetTime"/> in between. What plugins ask for neither locks nor allocates.</remarks>
public abstract class SongTime
{
    private readonly TransportReport _report;

    private protected SongTime(double sampleRate, HostQuirks quirks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        SampleRate = sampleRate;
        Quirks = quirks;
        _report = new TransportReport(this);
    }

    /// <summary>The sample rate in Hz.</summary>
    public double SampleRate { get; }

    /// <summary>How it reports.</summary>
    public HostQuirks Quirks { get; }

    /// <summary>The time signature; bars are counted from quarter 0. 4/4 unless set between blocks.</summary>
    public (int Numerator, int Denominator) TimeSignature { get; set; } = (4, 4);

    /// <summary>Whether it is rolling.</summary>
    public bool IsPlaying { get; private protected set; }

    /// <summary>The number of frames since it was made, stopped ones included.</summary>
    public long Frame { get; private protected set; }

    /// <summary>The loop in quarters; null for none. From a position at or after its end, the song plays on.</summary>
    public (double Start, double End)? Loop { get; private protected set; }

    /// <summary>The exact position of the next frame in quarters.</summary>
    public abstract double Ppq { get; }

    /// <summary>The exact position of the next frame, in frames of the song.</summary>
    internal double SongFrame { get; private protected set; }

    /// <summary>The exact position of a frame of the current block.</summary>
    /// <param name="offset">The frame in the block, from 0.</param>
    /// <returns>In quarters; while stopped, the position of the transport.</returns>
    public abstract double PpqAt(int offset);

    /// <summary>The time at the current block's first frame as this host reports it.</summary>
    /// <param name="requested">The fields that the plugin asks for.</param>
    /// <param name="time">The answer.</param>
    /// <returns>False if this host reports no time.</returns>
    public bool TryGetTime(TimeInfoFlags requested, out VstTimeInfo time) => _report.TryGetTime(requested, out time);

    /// <summary>Quarters per minute at a position.</summary>
    internal abstract double TempoAt(double ppq);

    /// <summary>The seconds from the song's start at a position.</summary>
    internal abstract double SecondsAt(double ppq);

    /// <summary>Takes the time at the first frame of a block.</summary>
    /// <param name="hasChanged">Whether it started, stopped, jumped or changed its loop.</param>
    private protected void Report(bool hasChanged) => _report.Update(hasChanged);
}
