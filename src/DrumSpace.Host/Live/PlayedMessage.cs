namespace DrumSpace.Host.Live;

/// <summary>A MIDI channel message that the chain output.</summary>
/// <param name="Frame">When: frames since the engine was started, stops and loops included.</param>
/// <param name="Ppq">Where: quarters from the song's start.</param>
/// <param name="Elapsed">Quarters since the engine was started: loops unrolled, stopped time included.</param>
/// <param name="Status">The status byte, channel included.</param>
/// <param name="Data1">The first data byte.</param>
/// <param name="Data2">The second data byte; 0 for messages of two bytes.</param>
public readonly record struct PlayedMessage(long Frame, double Ppq, double Elapsed, byte Status, byte Data1, byte Data2);
