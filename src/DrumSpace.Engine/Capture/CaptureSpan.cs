using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Capture;

/// <summary>A part of a block, from a frame on, that lies on the capture timeline without a break.</summary>
/// <remarks>A value of the audio thread. Does not allocate, block or throw.</remarks>
/// <param name="Frame">The frame of the block at which it begins.</param>
/// <param name="Origin">The timeline position, in quarters, that frame 0 of the block has in it.</param>
/// <param name="PpqPerFrame">Quarters a frame.</param>
/// <param name="BarTicks">The tick of the bar line at its start, or -1 where no bar begins.</param>
/// <param name="Meter">The meter of that bar.</param>
/// <param name="IsAfterJump">Whether that bar begins because the song started or jumped.</param>
internal readonly record struct CaptureSpan(
    int Frame, double Origin, double PpqPerFrame, long BarTicks, Meter Meter, bool IsAfterJump = false)
{
    /// <summary>Whether a bar begins with it.</summary>
    public bool BeginsBar => BarTicks >= 0;

    /// <summary>The timeline position, in quarters, of a frame of the block.</summary>
    public double PositionOf(int frame) => Origin + frame * PpqPerFrame;
}
