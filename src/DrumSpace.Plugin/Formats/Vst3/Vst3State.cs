using System.Buffers.Binary;
using DrumSpace.Plugin.Presets.Vst2;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// Reads the chunk out of what hosts give as a state. The chunk is the same in every format, but a host may give more: Ardour a preset's
/// whole file from the state's first byte on; and hosts that open a song of the VST2 plugin give its bank with a head of their own. Main
/// thread.
/// </summary>
internal static class Vst3State
{
    // A bank of a VST2 plugin: these four bytes, the length of the head's rest, the rest, and the bank as in a file; all big-endian.
    private static ReadOnlySpan<byte> Vst2Magic => "VstW"u8;

    /// <summary>Reads a chunk.</summary>
    /// <returns>The chunk, which may be damaged; null where the stream fails, and the log says so.</returns>
    /// <exception cref="PresetFileException">The bank of a VST2 plugin is damaged.</exception>
    public static byte[]? Read(HostStream stream)
    {
        byte[]? head = stream.Read(StateChunk.HeaderSize);
        if (head == null)
        {
            return null;
        }

        if (StateChunk.LengthOf(head) is { } length)
        {
            return stream.Read(length - head.Length) is { } rest ? [.. head, .. rest] : null;
        }

        return stream.ReadToEnd() is { } others ? Unwrap([.. head, .. others]) : null;
    }

    private static byte[] Unwrap(byte[] state)
    {
        ReadOnlySpan<byte> bank = state;
        if (bank.StartsWith(Vst2Magic) && bank.Length >= 8)
        {
            uint rest = BinaryPrimitives.ReadUInt32BigEndian(bank[4..]);
            bank = bank[(int)Math.Min(8 + (long)rest, bank.Length)..];
        }

        return PresetFile.IsBank(bank) ? PresetFile.ReadBank(bank, "the host's state").Chunk ?? state : state;
    }
}
