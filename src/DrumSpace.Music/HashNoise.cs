namespace DrumSpace.Music;

/// <summary>
/// Random numbers hashed from seed, position and voice, rather than drawn in sequence: the same position gives the same number however the
/// song got there.
/// </summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class HashNoise
{
    /// <summary>The number of a voice at a position: uniform over 0 to 1, 1 excluded.</summary>
    /// <param name="seed">What the musician chose.</param>
    /// <param name="position">A position in the song or the pattern, in the caller's units.</param>
    /// <param name="voice">0 to 13.</param>
    public static float Of(int seed, long position, int voice) =>
        new SplitMix64(Mix(Mix((uint)seed) ^ (ulong)position) ^ (uint)voice).NextFloat();

    private static ulong Mix(ulong state) => new SplitMix64(state).Next();
}
