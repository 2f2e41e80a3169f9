namespace DrumSpace.Engine.Notes;

/// <summary>A hit or a note of the melody that is decided and has not sounded yet.</summary>
/// <remarks>A value of the audio thread.</remarks>
/// <param name="Ppq">Where it sounds, in quarters of the current segment's time.</param>
/// <param name="StepPpq">Where its step lies on the grid, swing included, in the same time.</param>
/// <param name="Part">The voice, 0 to 13, or <see cref="NoteScheduler.MelodyPart"/>.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Note">The melody's note: its MIDI number.</param>
/// <param name="Quarters">The melody's note: how long it lasts.</param>
/// <param name="BeginsBar">Whether its step is the first of a bar.</param>
internal readonly record struct QueuedNote(
    double Ppq, double StepPpq, int Part, int Velocity, int Note = 0, double Quarters = 0, bool BeginsBar = false);
