namespace DrumSpace.Midi.Corpus.Groove;

/// <summary>A hit as a human played it: its cell, velocity and offset, the representation of GrooVAE (Gillick et al. 2019).</summary>
/// <param name="Cell">Its cell in the pattern, step * 14 + voice.</param>
/// <param name="Velocity">Above 0, at most 1.</param>
/// <param name="Offset">Its distance from the step in steps: from -0.5 (early) to below 0.5 (late).</param>
public readonly record struct PlayedHit(int Cell, float Velocity, float Offset);
