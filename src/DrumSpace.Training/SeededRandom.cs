using DrumSpace.Music;

namespace DrumSpace.Training;

/// <summary>
/// The random numbers of training, by <see cref="SplitMix64"/>. A seed gives the same numbers on every machine, runtime and backend, now
/// and in future, which neither torch's generators nor <see cref="Random"/> guarantee.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
public sealed class SeededRandom(ulong seed)
{
    private SplitMix64 _numbers = new(seed);

    /// <summary>A separate generator for one purpose of a run, such as the order of an epoch.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">The purpose; different streams are independent.</param>
    public static SeededRandom For(long seed, long stream) =>
        new(new SeededRandom((ulong)seed).Next() ^ new SeededRandom(~(ulong)stream).Next());

    /// <summary>64 random bits.</summary>
    public ulong Next() => _numbers.Next();

    /// <summary>A number from 0 (included) to 1 (excluded), in steps of 2^-24.</summary>
    public float NextFloat() => _numbers.NextFloat();

    /// <summary>A number from 0 (included) to <paramref name="limit"/> (excluded).</summary>
    /// <param name="limit">At least 1.</param>
    public int NextInt(int limit) => _numbers.NextInt(limit);

    /// <summary>Makes two independent standard normal numbers from uniform ones (Box and Muller 1958).</summary>
    /// <param name="first">Uniform, above 0 and at most 1.</param>
    /// <param name="second">Uniform, from 0 to 1, independent of the first.</param>
    internal static (double First, double Second) Normal(double first, double second)
    {
        double radius = Math.Sqrt(-2 * Math.Log(first));
        double angle = 2 * Math.PI * second;
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    /// <summary>Shuffles items; every order is equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
