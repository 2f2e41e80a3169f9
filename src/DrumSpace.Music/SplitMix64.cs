namespace DrumSpace.Music;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). Unlike <see cref="Random"/>, it guarantees
/// the same numbers for a seed on every machine and runtime.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
/// <remarks>A value; drawing allocates nothing and does not block.</remarks>
public struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An independent generator for one purpose within a seeded whole.</summary>
    /// <param name="seed">The whole's seed.</param>
    /// <param name="stream">Identifies the purpose; different streams are unrelated.</param>
    public static SplitMix64 For(ulong seed, ulong stream) => new(new SplitMix64(seed).Next() ^ new SplitMix64(~stream).Next());

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 (included) to 1 (excluded), in steps of 2^-24.</summary>
    public float NextFloat() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A number from 0 (included) to <paramref name="limit"/> (excluded).</summary>
    /// <param name="limit">At least 1.</param>
    public int NextInt(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);
}
