namespace DrumSpace.Music;

/// <summary>
/// Random numbers hashed from seed, position and voice, rather than drawn in sequence: the same position gives the same number however the
/// song got there.
/// </summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class HashNoise
{
    /// <summary>Half of the distance between two numbers: added, it keeps them above 0, whose logit and logarithm are infinite.</summary>
    internal const double Middle = 1.0 / (1 << 25);

    /// <summary>The number of a voice at a position: uniform over 0 to 1, 1 excluded.</summary>
    /// <param name="seed">What the musician chose.</param>
    /// <param name="position">A position in the song or the pattern, in the caller's units.</param>
    /// <param name="voice">0 to 13.</param>
    public static float Of(int seed, long position, int voice) =>
        new SplitMix64(Mix(Mix((uint)seed) ^ (ulong)position) ^ (uint)voice).NextFloat();

    /// <summary>A standard normal number of a position (Box and Muller 1958).</summary>
    /// <param name="seed">What the musician chose.</param>
    /// <param name="position">A position in the caller's units; numbers of different positions are independent.</param>
    public static double NormalOf(int seed, long position)
    {
        double radius = Math.Sqrt(-2 * Math.Log(Of(seed, position, 0) + Middle));
        return radius * Math.Cos(2 * Math.PI * Of(seed, position, 1));
    }

    private static ulong Mix(ulong state) => new SplitMix64(state).Next();
}
