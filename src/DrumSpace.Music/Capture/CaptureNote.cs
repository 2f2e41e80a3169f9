namespace DrumSpace.Music.Capture;

/// <summary>A captured note.</summary>
/// <param name="Ticks">Its start, in ticks from the clip's start.</param>
/// <param name="Length">Its length in ticks, at least 1.</param>
/// <param name="Channel">0 to 15.</param>
/// <param name="Number">0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Part">What played it: a <see cref="Voice"/>, or <see cref="CaptureClip.MelodyPart"/>.</param>
public readonly record struct CaptureNote(long Ticks, long Length, int Channel, int Number, int Velocity, int Part);
