namespace DrumSpace.Host;

/// <summary>A tempo that applies from a position on.</summary>
/// <param name="Ppq">The position in quarter notes, from 0.</param>
/// <param name="Bpm">Quarter notes per minute.</param>
/// <param name="RampsToNext">Whether the tempo changes linearly in quarters to the next point's, instead of staying constant.</param>
public readonly record struct TempoPoint(double Ppq, double Bpm, bool RampsToNext = false);
