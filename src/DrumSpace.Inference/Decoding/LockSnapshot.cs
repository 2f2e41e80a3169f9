using System.Runtime.InteropServices;
using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>
/// The rows of the locked voices, handed from one writer to one reader whole: a sequence lock as in <see cref="KnobSnapshot"/>, with the
/// same guarantees.
/// </summary>
internal sealed class LockSnapshot
{
    private const int Words = Pattern.StepCount * sizeof(ushort) / sizeof(long);

    private readonly long[] _rows = new long[Words];
    private int _voices;
    private int _count;

    /// <summary>Changes with every write. Any thread.</summary>
    public int Version => Volatile.Read(ref _count);

    /// <summary>Whether these are the rows stored last. Writer thread only.</summary>
    /// <param name="voices">The locked voices: bit v set for voice v.</param>
    /// <param name="masks">32 masks; only the bits of locked voices are set. Not looked at when none is locked.</param>
    public bool Holds(int voices, ReadOnlySpan<ushort> masks) =>
        voices == _voices && (voices == 0 || MemoryMarshal.Cast<ushort, long>(masks).SequenceEqual(_rows));

    /// <summary>Stores other rows. The audio thread may call it: wait-free.</summary>
    public void Write(int voices, ReadOnlySpan<ushort> masks)
    {
        ReadOnlySpan<long> words = MemoryMarshal.Cast<ushort, long>(masks);
        Interlocked.Increment(ref _count);
        Volatile.Write(ref _voices, voices);
        for (int i = 0; i < words.Length && i < Words; i++)
        {
            Volatile.Write(ref _rows[i], words[i]);
        }

        Interlocked.Increment(ref _count);
    }

    /// <summary>Lays the rows over a pattern. Not for the audio thread.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="version">Which rows they were: <see cref="Version"/> as it was then.</param>
    public Pattern LayOver(in Pattern pattern, out int version)
    {
        Span<long> rows = stackalloc long[Words];
        int voices;
        SpinWait wait = default;
        while (true)
        {
            version = Volatile.Read(ref _count);
            voices = Volatile.Read(ref _voices);
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = Volatile.Read(ref _rows[i]);
            }

            if ((version & 1) == 0 && Volatile.Read(ref _count) == version)
            {
                break;
            }

            wait.SpinOnce(sleep1Threshold: -1);
        }

        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        ReadOnlySpan<ushort> locked = MemoryMarshal.Cast<long, ushort>(rows);
        for (int step = 0; step < masks.Length; step++)
        {
            masks[step] = (ushort)((pattern[step] & ~voices) | (locked[step] & voices));
        }

        return new Pattern(masks);
    }
}
