namespace DrumSpace.Engine.Notes;

/// <summary>Who plays an event, and for which bar.</summary>
/// <remarks>A value of the audio thread.</remarks>
/// <param name="Part">A voice of the kit, or <see cref="NoteScheduler.MelodyPart"/>.</param>
/// <param name="IsOfNextBar">Whether it is an early hit of a bar that has not begun yet.</param>
internal readonly record struct NoteSource(byte Part, bool IsOfNextBar = false);
