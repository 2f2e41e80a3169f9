using System.Numerics;

namespace TorchSharp.Random;

/// <summary>
/// xoroshiro128+ (D. Blackman and S. Vigna, 2018; rotations 24, 16, 37), seeded by SplitMix64. Uniform numbers are the upper 24 bits;
/// normal numbers come in pairs, by G. Box and M. Muller (1958).
/// </summary>
internal sealed class RandomSequence
{
    [ThreadStatic]
    private static RandomSequence? _current;

    private ulong _first;
    private ulong _second;
    private double? _spare;

    public RandomSequence(ulong seed)
    {
        _first = Mix(seed + 0x9E3779B97F4A7C15);
        _second = Mix(seed + unchecked(2 * 0x9E3779B97F4A7C15));
    }

    /// <summary>This thread's sequence; it begins with seed 0.</summary>
    public static RandomSequence Current
    {
        get => _current ??= new RandomSequence(0);
        set => _current = value;
    }

    /// <summary>Uniform over [0, 1), a multiple of 2^-24.</summary>
    public float Uniform() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Normal with mean 0 and standard deviation 1.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - (Next() >> 11) * (1.0 / (1UL << 53))));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * ((Next() >> 11) * (1.0 / (1UL << 53))));
        _spare = radius * sine;
        return radius * cosine;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        ulong a = _first, b = _second, result = a + b;
        b ^= a;
        _first = BitOperations.RotateLeft(a, 24) ^ b ^ (b << 16);
        _second = BitOperations.RotateLeft(b, 37);
        return result;
    }
}
