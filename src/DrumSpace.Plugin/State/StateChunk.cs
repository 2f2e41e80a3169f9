using System.Buffers.Binary;
using System.Text;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The plugin's state as bytes. The same state gives the same bytes on every system. All numbers are little-endian:
/// <list type="bullet">
/// <item>header: "DrSp", u16 version (3), u16 kind (0 bank, 1 program), u32 length of the rest in bytes;</item>
/// <item>values: u16 count, then one float per parameter in the order of <see cref="ParameterTable"/>; parameters that a later
/// version appended keep their defaults when an older chunk is read;</item>
/// <item>bank: current values, u16 number of programs, u16 current program, then per program its name and its values;</item>
/// <item>program: its name and the current values, those that belong to no program included, because some hosts save nothing
/// else;</item>
/// <item>after either, since version 2: the beat memory, as <see cref="MemoryChunk"/> tells;</item>
/// <item>since version 3: u16 number of sections, then each as <see cref="SectionChunk"/> tells;</item>
/// <item>name: u8 length in bytes, then UTF-8.</item>
/// </list>
/// Main thread. A chunk is read whole and checked whole before any of it is taken.
/// </summary>
public static class StateChunk
{
    /// <summary>The version that this code writes; it reads all from 1 on.</summary>
    public const int Version = 3;

    private const int FirstVersionWithMemory = 2;
    private const int FirstVersionWithSections = 3;
    private const int HeaderSize = 12;
    private static ReadOnlySpan<byte> Magic => "DrSp"u8;

    private enum Kind : ushort
    {
        Bank = 0,
        Program = 1,
    }

    /// <summary>Writes a state.</summary>
    /// <param name="values">The current values.</param>
    /// <param name="bank">The programs.</param>
    /// <param name="memory">The beat memory.</param>
    /// <param name="sections">What else belongs to the state.</param>
    /// <param name="programOnly">The current program alone instead of all.</param>
    internal static byte[] Write(
        ParameterStore values, ProgramBank bank, PatternSlots memory, IReadOnlyList<IStateSection> sections, bool programOnly)
    {
        bank.Keep();
        return Write(programOnly ? Kind.Program : Kind.Bank, writer =>
        {
            if (programOnly)
            {
                WriteName(writer, bank[bank.Current].Name);
                WriteValues(writer, index => values[index]);
            }
            else
            {
                WriteBank(writer, values, bank);
            }

            MemoryChunk.Write(writer, memory);
            SectionChunk.Write(writer, sections);
        });
    }

    /// <summary>As <see cref="Read"/>, and tells how many programs the chunk has.</summary>
    /// <returns>The beat memory, and the number of programs; null where the chunk is of one program.</returns>
    /// <exception cref="StateFormatException">The chunk is not whole and of a known version; nothing was changed.</exception>
    internal static (PatternSlots Memory, int? Count) Look(
        ReadOnlySpan<byte> chunk, ParameterStore values, ProgramBank bank, IReadOnlyList<IStateSection> sections)
    {
        PatternSlots memory = Read(chunk, values, bank, sections);
        ChunkReader reader = new(chunk[6..]);
        if ((Kind)reader.ReadUInt16("the kind") == Kind.Program)
        {
            return (memory, null);
        }

        reader.ReadUInt32("the length");
        ReadValues(ref reader);
        return (memory, reader.ReadUInt16("the number of programs"));
    }

    /// <summary>Takes a chunk, of a bank or of a program as it says itself.</summary>
    /// <param name="chunk">The bytes, from anywhere.</param>
    /// <param name="values">The current values to set.</param>
    /// <param name="bank">The programs to set.</param>
    /// <param name="sections">What else to set; what the chunk does not have goes back to its default.</param>
    /// <returns>The beat memory; an empty one where the version had none.</returns>
    /// <exception cref="StateFormatException">The chunk is not whole and of a known version; nothing was changed.</exception>
    internal static PatternSlots Read(
        ReadOnlySpan<byte> chunk, ParameterStore values, ProgramBank bank, IReadOnlyList<IStateSection> sections)
    {
        ChunkReader reader = new(chunk);
        if (chunk.Length < HeaderSize || !chunk[..4].SequenceEqual(Magic))
        {
            throw new StateFormatException(0, "this is no DrumSpace state.");
        }

        reader.ReadUInt32("the magic");
        int version = reader.ReadUInt16("the version");
        if (version is < 1 or > Version)
        {
            throw new StateFormatException(4, $"version {version} is not known; this plugin reads versions 1 to {Version}.");
        }

        ushort kind = reader.ReadUInt16("the kind");
        uint length = reader.ReadUInt32("the length");
        if (length != (uint)reader.Remaining)
        {
            throw new StateFormatException(8, $"{length} bytes are announced and {reader.Remaining} are there.");
        }

        return (Kind)kind switch
        {
            Kind.Bank => ReadBank(ref reader, version, values, bank, sections),
            Kind.Program => ReadProgram(ref reader, version, values, bank, sections),
            _ => throw new StateFormatException(6, $"kind {kind} is not known."),
        };
    }

    private static PatternSlots ReadProgram(
        ref ChunkReader reader, int version, ParameterStore values, ProgramBank bank, IReadOnlyList<IStateSection> sections)
    {
        string name = reader.ReadText(PluginProgram.MaxNameBytes, "the program's name");
        float[] read = ReadValues(ref reader);
        (PatternSlots memory, Action take) = ReadEnd(ref reader, version, sections);
        bank[bank.Current].Rename(name);
        Set(values, read);
        take();
        return memory;
    }

    private static PatternSlots ReadBank(
        ref ChunkReader reader, int version, ParameterStore values, ProgramBank bank, IReadOnlyList<IStateSection> sections)
    {
        float[] current = ReadValues(ref reader);
        int count = reader.ReadUInt16("the number of programs");
        int selected = reader.ReadUInt16("the current program");
        if (count > ProgramBank.MaxCount || selected >= count)
        {
            throw new StateFormatException(
                reader.Offset - 4, $"program {selected} of {count} cannot be: a bank has at most {ProgramBank.MaxCount}.");
        }

        (string Name, float[] Values)[] programs = new (string, float[])[count];
        for (int number = 0; number < count; number++)
        {
            string name = reader.ReadText(PluginProgram.MaxNameBytes, $"the name of program {number}");
            programs[number] = (name, ReadValues(ref reader));
        }

        (PatternSlots memory, Action take) = ReadEnd(ref reader, version, sections);
        bank.Restore(programs, selected);
        Set(values, current);
        take();
        return memory;
    }

    private static float[] ReadValues(ref ChunkReader reader)
    {
        int count = reader.ReadUInt16("the number of values");
        if (count > ParameterTable.Count)
        {
            throw new StateFormatException(reader.Offset - 2, $"{count} values, but this version has {ParameterTable.Count} parameters.");
        }

        float[] read = [.. ParameterTable.All.Select(parameter => parameter.Default)];
        for (int index = 0; index < count; index++)
        {
            Parameter parameter = ParameterTable.All[index];
            float value = reader.ReadNormalized($"the value of {parameter.Name}");
            read[index] = parameter.IsCommand ? parameter.Default : value;
        }

        return read;
    }

    private static (PatternSlots Memory, Action Take) ReadEnd(ref ChunkReader reader, int version, IReadOnlyList<IStateSection> sections)
    {
        PatternSlots memory = version >= FirstVersionWithMemory ? MemoryChunk.Read(ref reader) : new PatternSlots();
        Action take = SectionChunk.Read(ref reader, sections, isAbsent: version < FirstVersionWithSections);
        if (reader.Remaining > 0)
        {
            throw new StateFormatException(reader.Offset, $"{reader.Remaining} bytes follow the end.");
        }

        return (memory, take);
    }

    private static void Set(ParameterStore values, float[] read)
    {
        for (int index = 0; index < read.Length; index++)
        {
            values[index] = read[index];
        }
    }

    private static byte[] Write(Kind kind, Action<BinaryWriter> payload)
    {
        // BinaryWriter is little-endian on every system.
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Magic);
        writer.Write((ushort)Version);
        writer.Write((ushort)kind);
        writer.Write(0u);
        payload(writer);
        byte[] chunk = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(8), (uint)(chunk.Length - HeaderSize));
        return chunk;
    }

    private static void WriteBank(BinaryWriter writer, ParameterStore values, ProgramBank bank)
    {
        WriteValues(writer, index => values[index]);
        writer.Write((ushort)(bank.Count + bank.Beyond.Count));
        writer.Write((ushort)bank.Current);
        for (int number = 0; number < bank.Count; number++)
        {
            WriteName(writer, bank[number].Name);
            WriteValues(writer, index => bank[number][index]);
        }

        foreach ((string name, float[] kept) in bank.Beyond)
        {
            WriteName(writer, name);
            WriteValues(writer, index => kept[index]);
        }
    }

    private static void WriteName(BinaryWriter writer, string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        writer.Write((byte)utf8.Length);
        writer.Write(utf8);
    }

    private static void WriteValues(BinaryWriter writer, Func<int, float> value)
    {
        writer.Write((ushort)ParameterTable.Count);
        for (int index = 0; index < ParameterTable.Count; index++)
        {
            Parameter parameter = ParameterTable.All[index];
            writer.Write(parameter.IsCommand ? parameter.Default : value(index));
        }
    }
}
