namespace DrumSpace.Host;

/// <summary>A MIDI channel message at a time of a song, to be played into a plugin.</summary>
/// <param name="Quarters">Quarter notes since the song's start.</param>
/// <param name="Status">The status byte, channel included.</param>
/// <param name="Data1">The first data byte.</param>
/// <param name="Data2">The second data byte; 0 for messages of two bytes.</param>
public readonly record struct SongMessage(double Quarters, byte Status, byte Data1, byte Data2);
