using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats;

/// <summary>A host's stream of a state, which reads and writes as few bytes at once as the host likes. Main thread.</summary>
internal abstract class HostStream
{
    // Far above any state; a host's stream may never report its end.
    private const int MaxBytes = 16 << 20;
    private const int ReadBytes = 4096;

    /// <summary>Writes all bytes.</summary>
    /// <returns>Whether the host took them.</returns>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            long taken = WriteSome(bytes);
            if (taken <= 0 || taken > bytes.Length)
            {
                return false;
            }

            bytes = bytes[(int)taken..];
        }

        return true;
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>The bytes; null where the stream fails or does not end, and the log says so.</returns>
    public byte[]? ReadToEnd() => Read(MaxBytes + 1) is { Length: <= MaxBytes } bytes ? bytes : null;

    /// <summary>Reads so many bytes, or fewer where the stream ends.</summary>
    /// <returns>The bytes; null where the stream fails or they are more than any state has, and the log says so.</returns>
    public byte[]? Read(long count)
    {
        using MemoryStream bytes = new();
        Span<byte> buffer = stackalloc byte[ReadBytes];
        long read = 1;
        while (read > 0 && bytes.Length < count && bytes.Length <= MaxBytes)
        {
            Span<byte> room = buffer[..(int)Math.Min(ReadBytes, count - bytes.Length)];
            read = ReadSome(room);
            if (read > room.Length)
            {
                read = -1;
            }

            bytes.Write(room[..(int)Math.Max(read, 0)]);
        }

        if (read >= 0 && bytes.Length <= MaxBytes)
        {
            return bytes.ToArray();
        }

        PluginLog.Write($"The host's stream failed after {bytes.Length} bytes, or does not end; no state has more than {MaxBytes}.");
        return null;
    }

    /// <summary>Reads some bytes.</summary>
    /// <param name="into">Receives them.</param>
    /// <returns>How many; 0 at the end, below 0 on failure.</returns>
    protected abstract long ReadSome(Span<byte> into);

    /// <summary>Writes some bytes.</summary>
    /// <param name="bytes">At least one.</param>
    /// <returns>How many; 0 or below on failure.</returns>
    protected abstract long WriteSome(ReadOnlySpan<byte> bytes);
}
