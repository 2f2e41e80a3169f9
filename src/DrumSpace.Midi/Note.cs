namespace DrumSpace.Midi;

/// <summary>A note: a note-on and the note-off that ends it.</summary>
/// <param name="Ticks">The note-on's time, from the start of the track.</param>
/// <param name="Length">Ticks to its end, at least 0.</param>
/// <param name="Channel">0 to 15 (people say 1 to 16).</param>
/// <param name="Number">0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct Note(long Ticks, long Length, int Channel, int Number, int Velocity);
