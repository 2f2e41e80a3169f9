namespace DrumSpace.Music.Songs;

/// <summary>A note of a song's bass or lead.</summary>
/// <param name="Step">The 16th of its start, from the song's start.</param>
/// <param name="Length">Its length in 16ths, at least 1.</param>
/// <param name="Number">The MIDI note, 0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct SongNote(int Step, int Length, int Number, int Velocity);
