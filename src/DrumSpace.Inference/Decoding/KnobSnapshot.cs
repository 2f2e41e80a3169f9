using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>
/// The newest knob positions and variation, handed from one writer to one reader whole: a sequence lock. The count is odd while the writer
/// writes, and a reader that saw it odd, or saw it change, reads again.
/// </summary>
/// <remarks>
/// The writer is wait-free: six stores, no loop, no lock, no allocation. The reader repeats while a write is under way, which takes
/// nanoseconds, and yields its time slice meanwhile. Two writers at once, which callers promise not to be, can mix their positions but
/// cannot hang the reader.
/// </remarks>
internal sealed class KnobSnapshot
{
    private int _count;
    private long _first;
    private long _second;
    private long _amount;
    private int _seed;

    /// <summary>Stores new positions and another variation. The audio thread may call it.</summary>
    public void Write(in Knobs knobs, PatternVariation variation)
    {
        // Both increments are full barriers: no store of the positions moves out from between them.
        Interlocked.Increment(ref _count);
        Volatile.Write(ref _first, Pack(knobs[0], knobs[1]));
        Volatile.Write(ref _second, Pack(knobs[2], knobs[3]));
        Volatile.Write(ref _amount, BitConverter.DoubleToInt64Bits(variation.Amount));
        Volatile.Write(ref _seed, variation.Seed);
        Interlocked.Increment(ref _count);
    }

    /// <summary>The newest positions and variation. Not for the audio thread.</summary>
    public (Knobs Knobs, PatternVariation Variation) Read()
    {
        SpinWait wait = default;
        while (true)
        {
            int before = Volatile.Read(ref _count);
            long first = Volatile.Read(ref _first);
            long second = Volatile.Read(ref _second);
            long amount = Volatile.Read(ref _amount);
            int seed = Volatile.Read(ref _seed);
            if ((before & 1) == 0 && Volatile.Read(ref _count) == before)
            {
                return (new Knobs(Low(first), High(first), Low(second), High(second)), new PatternVariation(BitConverter.Int64BitsToDouble(amount), seed));
            }

            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Whether these are, bit by bit, the positions and the variation stored last. Writer thread only.</summary>
    public bool Holds(in Knobs knobs, PatternVariation variation) =>
        _first == Pack(knobs[0], knobs[1]) && _second == Pack(knobs[2], knobs[3])
        && _amount == BitConverter.DoubleToInt64Bits(variation.Amount) && _seed == variation.Seed;

    private static long Pack(float low, float high) =>
        (long)BitConverter.SingleToUInt32Bits(high) << 32 | BitConverter.SingleToUInt32Bits(low);

    private static float Low(long pair) => BitConverter.UInt32BitsToSingle((uint)pair);

    private static float High(long pair) => BitConverter.UInt32BitsToSingle((uint)(pair >> 32));
}
