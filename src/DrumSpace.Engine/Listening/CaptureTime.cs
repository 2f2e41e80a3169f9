namespace DrumSpace.Engine.Listening;

/// <summary>A block's place on the capture timeline, which runs on through loops; in quarters from the timeline's start.</summary>
/// <param name="IsRolling">Whether the song ran.</param>
/// <param name="HasJumped">Whether it started or was relocated with the block.</param>
/// <param name="Start">The start of the block's first frame.</param>
/// <param name="End">The end of its last frame.</param>
/// <param name="BarStart">The start of the bar that runs at the block's end.</param>
/// <param name="NextBar">The start of the next bar, unless a loop or jump comes first.</param>
public readonly record struct CaptureTime(bool IsRolling, bool HasJumped, double Start, double End, double BarStart, double NextBar);
