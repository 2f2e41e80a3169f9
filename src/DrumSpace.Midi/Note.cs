namespace DrumSpace.Midi;

/// <summary>A note: a note-on and its note-off.</summary>
/// <param name="Ticks">The note-on's time, from the start of the track.</param>
/// <param name="Length">Its length in ticks, at least 0.</param>
/// <param name="Channel">0 to 15.</param>
/// <param name="Number">0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct Note(long Ticks, long Length, int Channel, int Number, int Velocity);
