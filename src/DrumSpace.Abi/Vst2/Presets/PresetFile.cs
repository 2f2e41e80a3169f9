using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Abi.Vst2.Presets;

/// <summary>
/// The preset files that VST2 hosts write around what a plugin gives them. All numbers are big-endian, 32 bits wide:
/// <code>
/// .fxp  "CcnK"  length of the rest  "FxCk" or "FPCh"  format 1       plugin's id  its version  number of parameters  28 bytes of name
///       then FxCk: a float per parameter; FPCh: length of the chunk, chunk
/// .fxb  "CcnK"  length of the rest  "FxBk" or "FBCh"  format 1 or 2  plugin's id  its version  number of programs
///       format 2: current program, 124 unused bytes; format 1: 128 unused bytes
///       then FxBk: a whole .fxp of the form FxCk per program; FBCh: length of the chunk, chunk
/// </code>
/// Hosts fill "length of the rest" as they like, so nothing is concluded from it; every other length is checked.
/// </summary>
/// <remarks>From public descriptions of the format, and from what hosts write. No audio thread.</remarks>
public static partial class PresetFile
{
    /// <summary>The bytes of a name, closing zero included.</summary>
    public const int NameSize = 28;

    // An upper bound far above any plugin's, so that a damaged number is told as such.
    private const int MostItems = 1 << 16;
    private const int UnusedBytes = 128;
    private const int Format = 1;
    private const int FormatWithCurrent = 2;
    private const int BytesBeforeRest = 8;

    private static ReadOnlySpan<byte> Magic => "CcnK"u8;

    private static ReadOnlySpan<byte> ValuesKind => "FxCk"u8;

    private static ReadOnlySpan<byte> ChunkKind => "FPCh"u8;

    private static ReadOnlySpan<byte> ProgramsKind => "FxBk"u8;

    private static ReadOnlySpan<byte> BankChunkKind => "FBCh"u8;

    /// <summary>Writes a program.</summary>
    /// <returns>The bytes of an `.fxp` file.</returns>
    /// <exception cref="ArgumentException">It has neither a chunk nor values, or both.</exception>
    public static byte[] Write(PresetProgram program)
    {
        using MemoryStream stream = new();
        WriteProgram(stream, program);
        return stream.ToArray();
    }

    /// <summary>Writes a bank, in format 2 where it tells the current program, else in format 1.</summary>
    /// <returns>The bytes of an `.fxb` file.</returns>
    /// <exception cref="ArgumentException">It, or a program in it, has neither a chunk nor programs or values, or both.</exception>
    public static byte[] Write(PresetBank bank)
    {
        if (bank.Chunk == null == (bank.Programs == null))
        {
            throw new ArgumentException("A bank has either a chunk or programs.", nameof(bank));
        }

        using MemoryStream content = new();
        content.Write(bank.Chunk != null ? BankChunkKind : ProgramsKind);
        WriteNumber(content, bank.Current == null ? Format : FormatWithCurrent);
        WriteNumber(content, bank.UniqueId);
        WriteNumber(content, bank.PluginVersion);
        WriteNumber(content, bank.Programs?.Count ?? bank.ProgramCount);
        WriteNumber(content, bank.Current ?? 0);
        content.Write(new byte[UnusedBytes - sizeof(int)]);
        if (bank.Chunk != null)
        {
            WriteChunk(content, bank.Chunk);
        }

        foreach (PresetProgram program in bank.Programs ?? [])
        {
            WriteProgram(content, program);
        }

        using MemoryStream stream = new();
        WriteWhole(stream, content);
        return stream.ToArray();
    }

    private static void WriteProgram(MemoryStream stream, PresetProgram program)
    {
        if (program.Chunk == null == (program.Values == null))
        {
            throw new ArgumentException("A program has either a chunk or values.", nameof(program));
        }

        using MemoryStream content = new();
        content.Write(program.Chunk != null ? ChunkKind : ValuesKind);
        WriteNumber(content, Format);
        WriteNumber(content, program.UniqueId);
        WriteNumber(content, program.PluginVersion);
        WriteNumber(content, program.Values?.Length ?? program.ParameterCount);
        content.Write(NameBytes(program.Name));
        if (program.Chunk != null)
        {
            WriteChunk(content, program.Chunk);
        }

        foreach (float value in program.Values ?? [])
        {
            WriteNumber(content, BitConverter.SingleToInt32Bits(value));
        }

        WriteWhole(stream, content);
    }

    private static void WriteWhole(MemoryStream stream, MemoryStream content)
    {
        stream.Write(Magic);
        WriteNumber(stream, (int)content.Length);
        content.WriteTo(stream);
    }

    private static void WriteChunk(MemoryStream stream, byte[] chunk)
    {
        WriteNumber(stream, chunk.Length);
        stream.Write(chunk);
    }

    private static void WriteNumber(MemoryStream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        stream.Write(bytes);
    }

    // Cut at a whole character.
    private static byte[] NameBytes(string name)
    {
        byte[] bytes = new byte[NameSize];
        int length = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength >= NameSize)
            {
                break;
            }

            length += rune.EncodeToUtf8(bytes.AsSpan(length));
        }

        return bytes;
    }
}
