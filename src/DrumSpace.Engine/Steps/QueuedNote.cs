namespace DrumSpace.Engine.Steps;

/// <summary>A hit that is decided and has not sounded yet.</summary>
/// <remarks>A value of the audio thread.</remarks>
/// <param name="Ppq">Where it sounds, in quarters of the current segment's time.</param>
/// <param name="StepPpq">Where its step lies on the grid, swing included, in the same time.</param>
/// <param name="Voice">0 to 13; 14 for a note of the melody.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Note">Of a note of the melody, its MIDI number.</param>
/// <param name="Quarters">Of a note of the melody, how long it lasts.</param>
internal readonly record struct QueuedNote(double Ppq, double StepPpq, int Voice, int Velocity, int Note = 0, double Quarters = 0);
