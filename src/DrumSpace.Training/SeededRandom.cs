namespace DrumSpace.Training;

/// <summary>
/// The random numbers of training: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). The same
/// seed gives the same numbers on every machine, runtime and backend, for ever, which neither torch's generators nor
/// <see cref="Random"/> promise.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for a purpose within a run, such as one epoch's order.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">Names the purpose; different streams are unrelated.</param>
    public static SeededRandom For(long seed, long stream) => new(new SeededRandom((ulong)seed).Next() ^ new SeededRandom(~(ulong)stream).Next());

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

    /// <summary>Puts items into a random order, every order equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
