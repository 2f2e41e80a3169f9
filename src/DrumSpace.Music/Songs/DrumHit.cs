namespace DrumSpace.Music.Songs;

/// <summary>A hit of a song's drums.</summary>
/// <param name="Step">The 16th, from the song's start.</param>
/// <param name="Voice">The drum.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Offset">The distance from the step, in steps: above -0.5 (early) and below 0.5 (late).</param>
public readonly record struct DrumHit(int Step, Voice Voice, int Velocity, float Offset);
