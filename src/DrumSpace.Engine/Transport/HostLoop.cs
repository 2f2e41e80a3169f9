namespace DrumSpace.Engine.Transport;

/// <summary>The host's loop, where it reports a usable one.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal readonly struct HostLoop
{
    // Shorter loops cannot be told from the host's rounding.
    private const double MinQuarters = 1.0 / 64;
    private const double MinFrames = 2;

    /// <summary>Reads the loop from the host's time, at a number of quarters a frame.</summary>
    public HostLoop(in HostTime time, double ppqPerFrame)
    {
        double length = time.LoopEnd - time.LoopStart;
        IsOn = time.IsLooping && TransportFollower.IsPosition(time.LoopStart) && TransportFollower.IsPosition(time.LoopEnd)
            && length >= Math.Max(MinQuarters, MinFrames * ppqPerFrame);
        Start = IsOn ? time.LoopStart : 0;
        End = IsOn ? time.LoopEnd : double.PositiveInfinity;
        Length = IsOn ? length : 0;
    }

    /// <summary>Whether the host loops.</summary>
    public bool IsOn { get; }

    /// <summary>The first position of a pass, in quarters.</summary>
    public double Start { get; }

    /// <summary>The position, in quarters, at which a pass ends; infinity without a loop.</summary>
    public double End { get; }

    /// <summary>Quarters a pass; 0 without a loop.</summary>
    public double Length { get; }

    /// <summary>The number of passes that brings a reported position nearest to an expected one when added: -1, 0 or 1.</summary>
    public int PassesTo(double reported, double expected)
    {
        if (!IsOn)
        {
            return 0;
        }

        double passes = (expected - reported) / Length;
        return passes > 0.5 ? 1 : passes < -0.5 ? -1 : 0;
    }
}
