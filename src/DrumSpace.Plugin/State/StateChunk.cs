using System.Buffers.Binary;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The plugin's state as bytes. The same state gives the same bytes on every system. All numbers are little-endian:
/// <list type="bullet">
/// <item>header: "DrSp", u16 version (4), u16 kind (0 bank, 1 program), u32 length of the rest in bytes;</item>
/// <item>then sections to the end, each four characters of its tag, u32 length in bytes, and its bytes;</item>
/// <item>PRGM: parameters and programs, as <see cref="ProgramsChunk"/> tells;</item>
/// <item>SLOT: slots and pinned rows, as <see cref="SlotsChunk"/> tells;</item>
/// <item>ROWS: what the song led to when it was saved, as <see cref="PatternsChunk"/> tells;</item>
/// <item>FILL: the fills of those patterns, as <see cref="FillsChunk"/> tells;</item>
/// <item>MODL, CTRL, KITC, KITM: as their <see cref="IStateSection"/> tells;</item>
/// <item>text: u8 length in bytes, then UTF-8.</item>
/// </list>
/// A section at its default may be left out, except PRGM. Parameters and sections that a later version added are kept and saved again:
/// only a change of this layout itself makes another version. Versions 1 to 3, which <see cref="EarlierStateChunk"/> tells, are read.
/// Main thread. A chunk is read whole and checked whole before any of it is taken.
/// </summary>
internal static class StateChunk
{
    /// <summary>The version that this code writes; it reads all from 1 on.</summary>
    public const int Version = 4;

    /// <summary>The size of the header in bytes.</summary>
    public const int HeaderSize = 12;

    private const int TagSize = 4;
    private const string ProgramsTag = "PRGM";
    private const string SlotsTag = "SLOT";
    private const string PatternsTag = "ROWS";
    private const string FillsTag = "FILL";
    private static ReadOnlySpan<byte> Magic => "DrSp"u8;

    /// <summary>The length that a chunk's header announces, in bytes; null if it is no header.</summary>
    /// <param name="header">The first bytes of a chunk.</param>
    public static long? LengthOf(ReadOnlySpan<byte> header) => header.Length >= HeaderSize && header.StartsWith(Magic)
        ? HeaderSize + (long)BinaryPrimitives.ReadUInt32LittleEndian(header[8..])
        : null;

    /// <summary>Writes a state.</summary>
    public static byte[] Write(PluginState state)
    {
        using ChunkWriter writer = new();
        writer.Write(Magic);
        writer.Write((ushort)Version);
        writer.Write((ushort)(state.IsProgram ? 1 : 0));
        writer.Write(0u);
        writer.WriteSection(ProgramsTag, Bytes(part => ProgramsChunk.Write(part, state)));
        writer.WriteSection(SlotsTag, Bytes(part => SlotsChunk.Write(part, state.Slots)));
        if (state.Patterns.Count > 0)
        {
            writer.WriteSection(PatternsTag, Bytes(part => PatternsChunk.Write(part, state.Patterns)));
        }

        if (state.Patterns.Any(FillsChunk.HasFill))
        {
            writer.WriteSection(FillsTag, Bytes(part => FillsChunk.Write(part, state.Patterns)));
        }

        foreach (StateSection section in state.Sections)
        {
            writer.WriteSection(section.Tag, section.Content);
        }

        byte[] chunk = writer.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(8), (uint)(chunk.Length - HeaderSize));
        return chunk;
    }

    /// <summary>Reads a chunk, of a bank or of a program as it says itself.</summary>
    /// <param name="chunk">The bytes, from anywhere.</param>
    /// <exception cref="StateFormatException">The chunk is not whole and of a known version.</exception>
    public static PluginState Read(ReadOnlySpan<byte> chunk)
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

        int kind = reader.ReadUInt16("the kind");
        uint length = reader.ReadUInt32("the length");
        if (length != (uint)reader.Remaining)
        {
            throw new StateFormatException(8, $"{length} bytes are announced and {reader.Remaining} are there.");
        }

        if (kind > 1)
        {
            throw new StateFormatException(6, $"kind {kind} is not known.");
        }

        bool isProgram = kind == 1;
        PluginState state = version < Version
            ? EarlierStateChunk.Read(ref reader, version, isProgram)
            : ReadSections(ref reader, isProgram);
        if (!state.HasSlotKeysSwitch)
        {
            // Before there was a switch the slot keys were on; where slots were filled, they may have been in use.
            state.Song[ParameterTable.SlotKeysOn] = state.Slots.Slots.Any(slot => slot.IsFilled) ? 1 : 0;
        }

        return state;
    }

    private static PluginState ReadSections(ref ChunkReader reader, bool isProgram)
    {
        PluginState? state = null;
        PatternSlots slots = new();
        SlotPattern[] patterns = [];
        (int Slot, PatternFill Fill)[] fills = [];
        HashSet<string> tags = [];
        List<StateSection> sections = [];
        while (reader.Remaining > 0)
        {
            int start = reader.Offset;
            string tag = reader.ReadTag(TagSize, "a section's tag");
            ChunkReader content = reader.ReadPart(reader.ReadUInt32("a section's length"), $"section {tag}");
            if (!tags.Add(tag))
            {
                throw new StateFormatException(start, $"section {tag} is there twice.");
            }

            switch (tag)
            {
                case ProgramsTag:
                    state = ProgramsChunk.Read(ref content, isProgram);
                    break;
                case SlotsTag:
                    slots = SlotsChunk.Read(ref content);
                    break;
                case PatternsTag:
                    patterns = PatternsChunk.Read(ref content);
                    break;
                case FillsTag:
                    fills = FillsChunk.Read(ref content);
                    break;
                default:
                    sections.Add(new StateSection(tag, content.Offset, content.ReadRest()));
                    break;
            }

            content.End($"section {tag}");
        }

        // A version without fills may have saved other patterns since.
        foreach ((int slot, PatternFill fill) in fills)
        {
            patterns.FirstOrDefault(pattern => pattern.Slot == slot)?.Pattern.Fill.CopyFrom(fill);
        }

        return state == null
            ? throw new StateFormatException(reader.Offset, $"section {ProgramsTag} is missing.")
            : state with { Slots = slots, Patterns = patterns, Sections = sections };
    }

    private static byte[] Bytes(Action<ChunkWriter> write)
    {
        using ChunkWriter writer = new();
        write(writer);
        return writer.ToArray();
    }
}
