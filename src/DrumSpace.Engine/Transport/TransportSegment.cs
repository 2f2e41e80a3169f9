namespace DrumSpace.Engine.Transport;

/// <summary>A part of a block in which musical time is continuous.</summary>
/// <remarks>A value of the audio thread. Does not allocate, block or throw.</remarks>
/// <param name="Start">How the segment follows the one before.</param>
/// <param name="Frame">The frame of the block at which it begins.</param>
/// <param name="EndFrame">The frame of the block before which it ends.</param>
/// <param name="Origin">The position, in quarters, that frame 0 of the block has in this segment's time.</param>
/// <param name="FirstPpq">The position, in quarters, from which steps belong to it; only after a wrap.</param>
/// <param name="LastPpq">The position, in quarters, from which steps no longer belong to it: the loop's end, or infinity.</param>
/// <param name="PpqPerFrame">Quarters a frame.</param>
/// <param name="EndsInWrap">Whether it ends at the loop's end rather than at the block's.</param>
internal readonly record struct TransportSegment(
    SegmentStart Start, int Frame, int EndFrame, double Origin, double FirstPpq, double LastPpq, double PpqPerFrame, bool EndsInWrap)
{
    // Ties round up, also where noise in the last digits puts one just below: 1e-4 of a frame is far above that noise (about 1e-7 at
    // position 5000) and inaudible.
    private const double RoundUp = 0.5 + 1e-4;

    /// <summary>The frame nearest to a position, in frames from the block's start; may lie outside the segment.</summary>
    public double FrameOf(double ppq) => Math.Floor((ppq - Origin) / PpqPerFrame + RoundUp);

    /// <summary>The earliest position, in quarters, whose nearest frame is <see cref="Frame"/>.</summary>
    public double EarliestPpq => Origin + (Frame - RoundUp) * PpqPerFrame;
}
