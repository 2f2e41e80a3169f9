namespace DrumSpace.Music.Melody;

/// <summary>Hands lines from the thread that makes them up to the one that plays.</summary>
public sealed class MelodyExchange() : Exchange<BeatMelody>(new(), new(), new());
