namespace DrumSpace.Music.Melody;

/// <summary>
/// A line that was made up for a beat. Made once and written over again, so that it can pass between threads through a
/// <see cref="MelodyExchange"/> without an allocation.
/// </summary>
public sealed class BeatMelody
{
    /// <summary>The line; silent before the first.</summary>
    public MelodyPhrase Line;

    /// <summary>The <see cref="DecodedPattern.Serial"/> of the beat that it follows; 0 before the first.</summary>
    public long BeatSerial { get; set; }
}
