namespace DrumSpace.Music;

/// <summary>
/// What is left to chance in a beat is decided by lot. A lot is a hash of seed, place and voice rather than the next number of a sequence:
/// the same place gives the same lot however one gets there.
/// </summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class HashNoise
{
    /// <summary>The lot of a voice at a place: evenly spread over 0 to 1, 1 excluded.</summary>
    /// <param name="seed">What the musician chose.</param>
    /// <param name="place">A place in the song or the pattern, in units that the caller keeps to.</param>
    /// <param name="voice">0 to 13.</param>
    public static float Of(int seed, long place, int voice)
    {
        return new SplitMix64(Mix(Mix((uint)seed) ^ (ulong)place) ^ (uint)voice).NextFloat();
    }

    private static ulong Mix(ulong state) => new SplitMix64(state).Next();
}
