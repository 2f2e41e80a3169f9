using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds this thread's random numbers.</summary>
    /// <param name="seed">Any number; equal seeds give equal numbers.</param>
    public static void manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>Numbers drawn evenly from [0, 1).</summary>
    /// <param name="size">The shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor rand(params long[] size) => Tensor.Empty([.. size]).uniform_();

    /// <summary>Numbers drawn from the standard normal distribution.</summary>
    /// <param name="size">The shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor randn(params long[] size) => Tensor.Empty([.. size]).normal_();

    /// <summary>Numbers drawn evenly from [0, 1) in another tensor's shape.</summary>
    /// <param name="input">The tensor with the shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor rand_like(Tensor input) => rand(input.Sizes);

    /// <summary>Numbers drawn from the standard normal distribution in another tensor's shape.</summary>
    /// <param name="input">The tensor with the shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor randn_like(Tensor input) => randn(input.Sizes);

    /// <summary>Indices drawn evenly from low..high-1.</summary>
    /// <param name="low">Least index.</param>
    /// <param name="high">Bound above.</param>
    /// <param name="size">The shape.</param>
    /// <returns>An Int64 tensor.</returns>
    public static Tensor randint(long low, long high, long[] size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        long[] indices = new long[Tensors.Shapes.Count(size)];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = low + (long)random.Below((ulong)(high - low));
        }

        return tensor(indices, size);
    }

    /// <summary>Indices drawn evenly from 0..high-1.</summary>
    /// <param name="high">Bound above.</param>
    /// <param name="size">The shape.</param>
    /// <returns>An Int64 tensor.</returns>
    public static Tensor randint(long high, long[] size) => randint(0, high, size);

    /// <summary>The indices 0..n-1 in random order (Fisher and Yates).</summary>
    /// <param name="n">How many.</param>
    /// <returns>An Int64 tensor of one dimension.</returns>
    public static Tensor randperm(long n)
    {
        Tensor result = arange(n);
        Span<long> order = result.IndexSpan;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = (int)random.Below((ulong)i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return result;
    }

    /// <summary>
    /// The random numbers: xoroshiro128+ (D. Blackman and S. Vigna, 2018; rotations 24, 16, 37) seeded by SplitMix64; even numbers are
    /// the upper 24 bits, normal ones pairs by G. Box and M. Muller. Not torch's numbers.
    /// </summary>
    /// <remarks>Each thread draws from its own sequence, which begins at seed 0.</remarks>
    public static class random
    {
        [ThreadStatic]
        private static Sequence? _sequence;

        private static Sequence Current => _sequence ??= new Sequence(0);

        /// <summary>Seeds this thread's random numbers.</summary>
        /// <param name="seed">Any number.</param>
        public static void manual_seed(long seed) => _sequence = new Sequence((ulong)seed);

        /// <summary>Even over [0, 1), a multiple of 2^-24.</summary>
        internal static float Uniform() => Current.Uniform();

        /// <summary>Normal with mean 0 and deviation 1.</summary>
        internal static double Normal() => Current.Normal();

        /// <summary>Even over 0..bound-1, by the upper half of a product (D. Lemire, 2019, without the rejection of its tiny bias).</summary>
        internal static ulong Below(ulong bound) => Math.BigMul(Current.Next(), bound, out _);

        private sealed class Sequence
        {
            private ulong _first;
            private ulong _second;
            private double? _spare;

            public Sequence(ulong seed)
            {
                _first = Mix(seed + 0x9E3779B97F4A7C15);
                _second = Mix(seed + unchecked(2 * 0x9E3779B97F4A7C15));
            }

            public ulong Next()
            {
                ulong a = _first, b = _second, result = a + b;
                b ^= a;
                _first = BitOperations.RotateLeft(a, 24) ^ b ^ (b << 16);
                _second = BitOperations.RotateLeft(b, 37);
                return result;
            }

            public float Uniform() => (Next() >> 40) * (1f / (1 << 24));

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
        }
    }
}
