namespace DrumSpace.Engine.Transport;

/// <summary>The host's loop, when it says one that can be followed.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal readonly struct HostLoop
{
    // Shorter loops cannot be told from the host's rounding.
    private const double ShortestQuarters = 1.0 / 64;
    private const double ShortestFrames = 2;

    public HostLoop(in HostTime time, double ppqPerFrame)
    {
        double length = time.LoopEnd - time.LoopStart;
        IsOn = time.IsLooping && TransportFollower.IsPosition(time.LoopStart) && TransportFollower.IsPosition(time.LoopEnd)
            && length >= Math.Max(ShortestQuarters, ShortestFrames * ppqPerFrame);
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

    /// <summary>How many passes to add to a reported position to come nearest to an expected one: -1, 0 or 1.</summary>
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
