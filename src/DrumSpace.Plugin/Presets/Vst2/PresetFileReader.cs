using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Plugin.Presets.Vst2;

/// <summary>Reads the files of <see cref="PresetFile"/>, checking each length before it is used.</summary>
internal ref struct PresetFileReader(ReadOnlySpan<byte> bytes, string file)
{
    // Far above any plugin's, so that a damaged count is reported as such.
    private const int MaxItems = 1 << 16;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _offset;

    public PresetProgram ReadWholeProgram()
    {
        PresetProgram program = ReadProgram();
        ThrowUnlessAtEnd();
        return program;
    }

    public PresetBank ReadWholeBank()
    {
        ReadOnlySpan<byte> kind = ReadStart();
        bool isChunk = kind.SequenceEqual(PresetFile.BankChunkKind);
        if (!isChunk && !kind.SequenceEqual(PresetFile.ProgramsKind))
        {
            throw Error(PresetFile.KindOffset, "this is no bank of a VST2 plugin");
        }

        int format = ReadNumber("the format", PresetFile.Format, PresetFile.FormatWithCurrent);
        int id = ReadNumber("the plugin's id");
        int version = ReadNumber("the plugin's version");
        int count = ReadNumber("the number of programs", 0, MaxItems);
        ReadOnlySpan<byte> unused = Read(PresetFile.UnusedBytes, "the bank's head");
        int? current = format == PresetFile.FormatWithCurrent ? BinaryPrimitives.ReadInt32BigEndian(unused) : null;
        if (current < 0 || (current >= count && current > 0))
        {
            throw Error(_offset - PresetFile.UnusedBytes, $"program {current} of {count} cannot be the current one");
        }

        PresetBank bank = new(id, version, current, isChunk ? ReadChunk() : null, isChunk ? null : ReadPrograms(count), count);
        ThrowUnlessAtEnd();
        return bank;
    }

    private PresetProgram[] ReadPrograms(int count)
    {
        List<PresetProgram> programs = [];
        while (programs.Count < count)
        {
            programs.Add(ReadProgram());
        }

        return [.. programs];
    }

    private PresetProgram ReadProgram()
    {
        int start = _offset;
        ReadOnlySpan<byte> kind = ReadStart();
        bool isChunk = kind.SequenceEqual(PresetFile.ChunkKind);
        if (!isChunk && !kind.SequenceEqual(PresetFile.ValuesKind))
        {
            throw Error(start + PresetFile.KindOffset, "this is no program of a VST2 plugin");
        }

        ReadNumber("the format", PresetFile.Format, PresetFile.Format);
        int id = ReadNumber("the plugin's id");
        int version = ReadNumber("the plugin's version");
        int count = ReadNumber("the number of parameters", 0, MaxItems);
        string name = Name(Read(PresetFile.NameSize, "the program's name"));
        return new PresetProgram(id, version, name, isChunk ? ReadChunk() : null, isChunk ? null : ReadValues(count), count);
    }

    private ReadOnlySpan<byte> ReadStart()
    {
        int start = _offset;
        if (!Read(4, "the first word").SequenceEqual(PresetFile.Magic))
        {
            throw Error(start, "this is no preset file of a VST2 plugin");
        }

        ReadNumber("the length");
        return Read(4, "the kind");
    }

    private float[] ReadValues(int count)
    {
        int start = _offset;
        ReadOnlySpan<byte> bytes = Read(count * sizeof(float), "the values");
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            values[index] = BinaryPrimitives.ReadSingleBigEndian(bytes[(index * sizeof(float))..]);
            if (!float.IsFinite(values[index]))
            {
                throw Error(start + (index * sizeof(float)), $"the value of parameter {index} is no number");
            }
        }

        return values;
    }

    private byte[] ReadChunk() => Read(ReadNumber("the chunk's length", 0), "the plugin's chunk").ToArray();

    private int ReadNumber(string what, int min = int.MinValue, int max = int.MaxValue)
    {
        int number = BinaryPrimitives.ReadInt32BigEndian(Read(sizeof(int), what));
        return number >= min && number <= max ? number : throw Error(_offset - sizeof(int), $"{what} cannot be {number}");
    }

    private ReadOnlySpan<byte> Read(int count, string what)
    {
        if (_bytes.Length - _offset < count)
        {
            throw Error(_offset, $"the file ends within {what}");
        }

        _offset += count;
        return _bytes.Slice(_offset - count, count);
    }

    private readonly void ThrowUnlessAtEnd()
    {
        if (_offset < _bytes.Length)
        {
            throw Error(_offset, $"{_bytes.Length - _offset} bytes follow the end");
        }
    }

    private readonly PresetFileException Error(int offset, string problem) => new(file, offset, problem);

    // Hosts leave arbitrary bytes behind the terminating null, and old ones wrote the system's code page.
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
}
