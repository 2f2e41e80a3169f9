namespace DrumSpace.Engine.Listening;

/// <summary>Where a block lay on the line of what was heard, which runs on through loops; positions in quarters from the line's start.</summary>
/// <param name="IsRolling">Whether the song ran.</param>
/// <param name="HasJumped">Whether it began or was moved with the block.</param>
/// <param name="Start">The block's first frame.</param>
/// <param name="End">The end of its last frame.</param>
/// <param name="BarStart">Where the bar began that runs at the block's end.</param>
/// <param name="NextBar">Where the next one will, unless a loop or jump comes between.</param>
public readonly record struct CaptureTime(bool IsRolling, bool HasJumped, double Start, double End, double BarStart, double NextBar);
