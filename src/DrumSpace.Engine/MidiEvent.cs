namespace DrumSpace.Engine;

/// <summary>A short MIDI message at a frame of the current block.</summary>
/// <param name="Frame">The frame in the block, from 0.</param>
/// <param name="Status">The status byte, channel included.</param>
/// <param name="Data1">The first data byte, 0 to 127.</param>
/// <param name="Data2">The second data byte, 0 to 127.</param>
public readonly record struct MidiEvent(int Frame, byte Status, byte Data1, byte Data2);
