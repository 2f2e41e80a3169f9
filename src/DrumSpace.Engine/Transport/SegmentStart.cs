namespace DrumSpace.Engine.Transport;

/// <summary>How the musical time of a segment follows from what was before it.</summary>
internal enum SegmentStart
{
    /// <summary>Without a break.</summary>
    Continue,

    /// <summary>From the end of the host's loop to its start.</summary>
    Wrap,

    /// <summary>From anywhere to anywhere: the transport started or was moved.</summary>
    Jump,
}
