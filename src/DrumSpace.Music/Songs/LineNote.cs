namespace DrumSpace.Music.Songs;

/// <summary>A note of a song's bass or lead.</summary>
/// <param name="Step">The 16th where it begins, from the song's beginning.</param>
/// <param name="Length">16ths to its end, at least 1.</param>
/// <param name="Number">The MIDI note, 0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct LineNote(int Step, int Length, int Number, int Velocity);
