using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DrumSpace.Music;

/// <summary>
/// Two 4/4 bars of drums on the 16th grid: 32 steps, each a mask of 14 bits, bit v set when <see cref="Voice"/> v is hit.
/// An immutable value of 64 bytes; copying it allocates nothing.
/// </summary>
public readonly struct Pattern : IEquatable<Pattern>
{
    /// <summary>Steps in a pattern: two bars of sixteen.</summary>
    public const int StepCount = 32;

    /// <summary>Steps in a bar.</summary>
    public const int StepsPerBar = 16;

    /// <summary>Voices in a step.</summary>
    public const int VoiceCount = 14;

    /// <summary>Cells of the pattern, steps times voices; the width of the model's input and output.</summary>
    public const int CellCount = StepCount * VoiceCount;

    /// <summary>All fourteen voices of a step.</summary>
    public const ushort AllVoices = (1 << VoiceCount) - 1;

    [InlineArray(StepCount)]
    private struct Steps
    {
        private ushort _first;
    }

    private readonly Steps _steps;

    /// <summary>Makes a pattern from its step masks.</summary>
    /// <param name="masks">32 masks; only the lower 14 bits may be set.</param>
    /// <exception cref="ArgumentException">Not 32 masks, or a mask above 16383.</exception>
    public Pattern(ReadOnlySpan<ushort> masks)
    {
        if (masks.Length != StepCount)
        {
            throw new ArgumentException($"A pattern has {StepCount} steps, not {masks.Length}.", nameof(masks));
        }

        foreach (ushort mask in masks)
        {
            if (mask > AllVoices)
            {
                throw new ArgumentException($"A step mask has {VoiceCount} bits; {mask} has more.", nameof(masks));
            }
        }

        masks.CopyTo(_steps);
    }

    /// <summary>The mask of a step, 0 to 31.</summary>
    /// <exception cref="IndexOutOfRangeException">The step is outside the pattern.</exception>
    public ushort this[int step] => Masks[step];

    /// <summary>The 32 step masks, in order.</summary>
    [UnscopedRef]
    public ReadOnlySpan<ushort> Masks => _steps;

    /// <summary>The number of hits in the pattern, 0 to 448.</summary>
    public int HitCount => DistanceTo(default);

    /// <summary>Whether a voice is hit at a step.</summary>
    public bool Has(Voice voice, int step) => (Masks[step] >> (int)voice & 1) != 0;

    /// <summary>The Hamming distance to another pattern: the number of cells that differ, 0 to 448.</summary>
    public int DistanceTo(in Pattern other)
    {
        ReadOnlySpan<ulong> mine = MemoryMarshal.Cast<ushort, ulong>(Masks);
        ReadOnlySpan<ulong> theirs = MemoryMarshal.Cast<ushort, ulong>(other.Masks);
        int distance = 0;
        for (int i = 0; i < mine.Length; i++)
        {
            distance += BitOperations.PopCount(mine[i] ^ theirs[i]);
        }

        return distance;
    }

    /// <summary>The F1 of the hits of two patterns: 1 for the same hits, also where there are none, 0 for none in common.</summary>
    public double SimilarityTo(in Pattern other)
    {
        int hits = HitCount + other.HitCount;
        return hits == 0 ? 1 : 1 - (double)DistanceTo(other) / hits;
    }

    /// <inheritdoc/>
    public bool Equals(Pattern other) => Masks.SequenceEqual(other.Masks);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Pattern other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(Masks));
        return hash.ToHashCode();
    }

    /// <summary>Whether two patterns have the same hits.</summary>
    public static bool operator ==(Pattern left, Pattern right) => left.Equals(right);

    /// <summary>Whether two patterns differ in a hit.</summary>
    public static bool operator !=(Pattern left, Pattern right) => !left.Equals(right);
}
