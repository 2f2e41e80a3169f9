using DrumSpace.Music;

namespace DrumSpace.Training;

/// <summary>
/// The random numbers of training: those of <see cref="SplitMix64"/>. The same
/// seed gives the same numbers on every machine, runtime and backend, for ever, which neither torch's generators nor
/// <see cref="Random"/> promise.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
public sealed class SeededRandom(ulong seed)
{
    private SplitMix64 _numbers = new(seed);

    /// <summary>A generator of its own for a purpose within a run, such as one epoch's order.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">Names the purpose; different streams are unrelated.</param>
    public static SeededRandom For(long seed, long stream) => new(new SeededRandom((ulong)seed).Next() ^ new SeededRandom(~(ulong)stream).Next());

    /// <summary>64 random bits.</summary>
    public ulong Next() => _numbers.Next();

    /// <summary>A number from 0 (included) to 1 (excluded), in steps of 2^-24.</summary>
    public float NextFloat() => _numbers.NextFloat();

    /// <summary>A number from 0 (included) to <paramref name="limit"/> (excluded).</summary>
    /// <param name="limit">At least 1.</param>
    public int NextInt(int limit) => _numbers.NextInt(limit);

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
