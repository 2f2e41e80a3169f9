namespace DrumSpace.Engine.Transport;

/// <summary>How a segment's musical time follows the segment before.</summary>
internal enum SegmentStart
{
    /// <summary>Without a break.</summary>
    Continue,

    /// <summary>From the end of the host's loop to its start.</summary>
    Wrap,

    /// <summary>To any position: the transport started or was relocated.</summary>
    Jump,
}
