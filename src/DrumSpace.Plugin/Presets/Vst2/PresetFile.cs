using System.Buffers.Binary;
using System.Text.Unicode;

namespace DrumSpace.Plugin.Presets.Vst2;

/// <summary>
/// The preset files that VST2 hosts write around a plugin's values or chunk. All numbers are big-endian, 32 bits wide:
/// <code>
/// .fxp  "CcnK"  length of the rest  "FxCk" or "FPCh"  format 1       plugin's id  its version  number of parameters  28 bytes of name
///       then FxCk: a float per parameter; FPCh: length of the chunk, chunk
/// .fxb  "CcnK"  length of the rest  "FxBk" or "FBCh"  format 1 or 2  plugin's id  its version  number of programs
///       format 2: current program, 124 unused bytes; format 1: 128 unused bytes
///       then FxBk: a whole .fxp of the form FxCk per program; FBCh: length of the chunk, chunk
/// </code>
/// Hosts disagree on "length of the rest", so it is not used; every other length is checked.
/// </summary>
/// <remarks>From public descriptions of the format, and from what hosts write. Not for the audio thread.</remarks>
public static class PresetFile
{
    /// <summary>The size of a name in bytes, its terminating null included.</summary>
    public const int NameSize = 28;

    internal const int UnusedBytes = 128;
    internal const int Format = 1;
    internal const int FormatWithCurrent = 2;
    internal const int KindOffset = 8;

    internal static ReadOnlySpan<byte> Magic => "CcnK"u8;

    internal static ReadOnlySpan<byte> ValuesKind => "FxCk"u8;

    internal static ReadOnlySpan<byte> ChunkKind => "FPCh"u8;

    internal static ReadOnlySpan<byte> ProgramsKind => "FxBk"u8;

    internal static ReadOnlySpan<byte> BankChunkKind => "FBCh"u8;

    /// <summary>Whether bytes start as a bank does.</summary>
    /// <param name="bytes">The start of a file.</param>
    public static bool IsBank(ReadOnlySpan<byte> bytes) => bytes.Length >= KindOffset + 4 && bytes.StartsWith(Magic)
        && (bytes[KindOffset..].StartsWith(ProgramsKind) || bytes[KindOffset..].StartsWith(BankChunkKind));

    /// <summary>Reads an `.fxp` file.</summary>
    /// <param name="bytes">The whole file; may be damaged.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="PresetFileException">The file is of another kind, truncated or damaged.</exception>
    public static PresetProgram ReadProgram(ReadOnlySpan<byte> bytes, string file) => new PresetFileReader(bytes, file).ReadWholeProgram();

    /// <summary>Reads an `.fxb` file.</summary>
    /// <param name="bytes">The whole file; may be damaged.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="PresetFileException">The file is of another kind, truncated or damaged.</exception>
    public static PresetBank ReadBank(ReadOnlySpan<byte> bytes, string file) => new PresetFileReader(bytes, file).ReadWholeBank();

    /// <summary>Writes a program.</summary>
    /// <returns>The bytes of an `.fxp` file.</returns>
    /// <exception cref="ArgumentException">It has neither a chunk nor values, or both.</exception>
    public static byte[] Write(PresetProgram program)
    {
        using MemoryStream stream = new();
        WriteProgram(stream, program);
        return stream.ToArray();
    }

    /// <summary>Writes a bank: in format 2 if its current program is known, else in format 1.</summary>
    /// <returns>The bytes of an `.fxb` file.</returns>
    /// <exception cref="ArgumentException">It, or one of its programs, has neither a chunk nor programs or values, or both.</exception>
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
        WriteChunk(content, bank.Chunk);
        foreach (PresetProgram program in bank.Programs ?? [])
        {
            WriteProgram(content, program);
        }

        using MemoryStream stream = new();
        WriteFile(stream, content);
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
        WriteChunk(content, program.Chunk);
        foreach (float value in program.Values ?? [])
        {
            WriteNumber(content, BitConverter.SingleToInt32Bits(value));
        }

        WriteFile(stream, content);
    }

    private static void WriteFile(MemoryStream stream, MemoryStream content)
    {
        stream.Write(Magic);
        WriteNumber(stream, (int)content.Length);
        content.WriteTo(stream);
    }

    private static void WriteChunk(MemoryStream stream, byte[]? chunk)
    {
        if (chunk != null)
        {
            WriteNumber(stream, chunk.Length);
            stream.Write(chunk);
        }
    }

    private static void WriteNumber(MemoryStream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        stream.Write(bytes);
    }

    // A long name is truncated after a whole character.
    private static byte[] NameBytes(string name)
    {
        byte[] bytes = new byte[NameSize];
        Utf8.FromUtf16(name, bytes.AsSpan(0, NameSize - 1), out _, out _);
        return bytes;
    }
}
