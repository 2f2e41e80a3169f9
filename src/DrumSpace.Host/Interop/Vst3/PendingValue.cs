namespace DrumSpace.Host.Interop.Vst3;

/// <summary>A value on its way from one thread to another; a later one replaces it. Neither locks nor allocates.</summary>
internal sealed class PendingValue
{
    // No value to set has these bits: they are one of the NaNs.
    private const long None = -1;

    private long _bits = None;

    /// <summary>Whether there is a value.</summary>
    public bool IsThere => Volatile.Read(ref _bits) != None;

    /// <summary>Puts a value.</summary>
    public void Put(double value) => Volatile.Write(ref _bits, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Reads the value and leaves it; whether there is one.</summary>
    public bool TryPeek(out double value) => IsValue(Volatile.Read(ref _bits), out value);

    /// <summary>Takes the value; whether there was one.</summary>
    /// <remarks>Most often there is none, and a read is cheaper than an exchange: plugins have thousands of parameters.</remarks>
    public bool TryTake(out double value) => IsValue(IsThere ? Interlocked.Exchange(ref _bits, None) : None, out value);

    /// <summary>Forgets the value.</summary>
    public void Clear() => Volatile.Write(ref _bits, None);

    private static bool IsValue(long bits, out double value)
    {
        value = BitConverter.Int64BitsToDouble(bits);
        return bits != None;
    }
}
