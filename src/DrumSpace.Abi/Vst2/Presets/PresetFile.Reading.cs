using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Abi.Vst2.Presets;

public static partial class PresetFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether bytes begin as a bank does, rather than as a program or as nothing known.</summary>
    public static bool IsBank(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes[..4].SequenceEqual(Magic)
        && (bytes.Slice(BytesBeforeRest, 4).SequenceEqual(ProgramsKind) || bytes.Slice(BytesBeforeRest, 4).SequenceEqual(BankChunkKind));

    /// <summary>Reads an `.fxp` file.</summary>
    /// <param name="bytes">The whole file, from anywhere.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="PresetFileException">It is none, or it is not whole.</exception>
    public static PresetProgram ReadProgram(ReadOnlySpan<byte> bytes, string file)
    {
        Cursor cursor = new(bytes, file);
        PresetProgram program = ReadProgram(ref cursor);
        cursor.End();
        return program;
    }

    /// <summary>Reads an `.fxb` file.</summary>
    /// <param name="bytes">The whole file, from anywhere.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="PresetFileException">It is none, or it is not whole.</exception>
    public static PresetBank ReadBank(ReadOnlySpan<byte> bytes, string file)
    {
        Cursor cursor = new(bytes, file);
        ReadOnlySpan<byte> kind = ReadStart(ref cursor);
        bool isChunk = kind.SequenceEqual(BankChunkKind);
        if (!isChunk && !kind.SequenceEqual(ProgramsKind))
        {
            throw cursor.Fault(BytesBeforeRest, "this is no bank of a VST2 plugin");
        }

        int format = cursor.Number("the format", Format, FormatWithCurrent);
        int id = cursor.Number("the plugin's id");
        int version = cursor.Number("the plugin's version");
        int count = cursor.Number("the number of programs", 0, MostItems);
        ReadOnlySpan<byte> unused = cursor.Take(UnusedBytes, "the bank's head");
        int? current = format == FormatWithCurrent ? BinaryPrimitives.ReadInt32BigEndian(unused) : null;
        if (current < 0 || (current >= count && current > 0))
        {
            throw cursor.Fault(cursor.Offset - UnusedBytes, $"program {current} of {count} cannot be the current one");
        }

        PresetBank bank = new(id, version, current, isChunk ? ReadChunk(ref cursor) : null, isChunk ? null : ReadPrograms(ref cursor, count), count);
        cursor.End();
        return bank;
    }

    private static PresetProgram[] ReadPrograms(ref Cursor cursor, int count)
    {
        List<PresetProgram> programs = [];
        for (int number = 0; number < count; number++)
        {
            programs.Add(ReadProgram(ref cursor));
        }

        return [.. programs];
    }

    private static PresetProgram ReadProgram(ref Cursor cursor)
    {
        int start = cursor.Offset;
        ReadOnlySpan<byte> kind = ReadStart(ref cursor);
        bool isChunk = kind.SequenceEqual(ChunkKind);
        if (!isChunk && !kind.SequenceEqual(ValuesKind))
        {
            throw cursor.Fault(start + BytesBeforeRest, "this is no program of a VST2 plugin");
        }

        cursor.Number("the format", Format, Format);
        int id = cursor.Number("the plugin's id");
        int version = cursor.Number("the plugin's version");
        int count = cursor.Number("the number of parameters", 0, MostItems);
        string name = Name(cursor.Take(NameSize, "the program's name"));
        return isChunk
            ? new PresetProgram(id, version, name, ReadChunk(ref cursor), null, count)
            : new PresetProgram(id, version, name, null, ReadValues(ref cursor, count), count);
    }

    private static ReadOnlySpan<byte> ReadStart(ref Cursor cursor)
    {
        int start = cursor.Offset;
        if (!cursor.Take(4, "the first word").SequenceEqual(Magic))
        {
            throw cursor.Fault(start, "this is no preset file of a VST2 plugin");
        }

        cursor.Number("the length");
        return cursor.Take(4, "the kind");
    }

    private static float[] ReadValues(ref Cursor cursor, int count)
    {
        ReadOnlySpan<byte> bytes = cursor.Take(count * sizeof(float), "the values");
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            values[index] = BinaryPrimitives.ReadSingleBigEndian(bytes[(index * sizeof(float))..]);
            if (!float.IsFinite(values[index]))
            {
                throw cursor.Fault(cursor.Offset - ((count - index) * sizeof(float)), $"the value of parameter {index} is no number");
            }
        }

        return values;
    }

    private static byte[] ReadChunk(ref Cursor cursor) =>
        cursor.Take(cursor.Number("the chunk's length", 0, int.MaxValue), "the plugin's chunk").ToArray();

    // Hosts leave anything behind the closing zero, and older ones wrote the system's own letters.
    private static string Name(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        ReadOnlySpan<byte> name = end < 0 ? bytes : bytes[..end];
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }

    private ref struct Cursor(ReadOnlySpan<byte> bytes, string file)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private readonly string _file = file;

        public int Offset { get; private set; }

        public readonly PresetFileException Fault(int offset, string problem) => new(_file, offset, problem);

        public ReadOnlySpan<byte> Take(int count, string what)
        {
            if (_bytes.Length - Offset < count)
            {
                throw Fault(Offset, $"the file ends within {what}");
            }

            Offset += count;
            return _bytes.Slice(Offset - count, count);
        }

        public int Number(string what, int lowest = int.MinValue, int highest = int.MaxValue)
        {
            int number = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int), what));
            return number >= lowest && number <= highest ? number : throw Fault(Offset - sizeof(int), $"{what} cannot be {number}");
        }

        public readonly void End()
        {
            if (Offset < _bytes.Length)
            {
                throw Fault(Offset, $"{_bytes.Length - Offset} bytes follow the end");
            }
        }
    }
}
