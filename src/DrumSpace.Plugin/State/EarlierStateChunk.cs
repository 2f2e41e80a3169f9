using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.State;

/// <summary>
/// Reads what follows the header in the versions before the sections with tags of their own; no code writes them any more. Little-endian:
/// <list type="bullet">
/// <item>values: u16 count, then one float per parameter by its index; later parameters are at their defaults;</item>
/// <item>bank: current values, u16 number of programs, u16 current program, then per program its name as a text and its values;</item>
/// <item>program: its name and the current values;</item>
/// <item>after either, since version 2: slots and pinned rows, as <see cref="SlotsChunk"/> tells;</item>
/// <item>since version 3: u16 number of sections, then per section four characters of its tag, u16 length in bytes, and its bytes: MODL and
/// KITM as now, and CTRL with u16 index of each parameter instead of its id.</item>
/// </list>
/// Main thread.
/// </summary>
internal static class EarlierStateChunk
{
    private const int FirstVersionWithSlots = 2;
    private const int FirstVersionWithSections = 3;
    private const int TagSize = 4;
    private const string ControllersTag = "CTRL";
    private static readonly string[] Tags = ["MODL", ControllersTag, "KITM"];

    /// <summary>Reads a state.</summary>
    /// <param name="reader">After the header; all of it is read.</param>
    /// <param name="version">1 to 3.</param>
    /// <param name="isProgram">Whether it is of one program.</param>
    /// <exception cref="StateFormatException">It is damaged.</exception>
    public static PluginState Read(ref ChunkReader reader, int version, bool isProgram)
    {
        PluginState state = isProgram ? ReadProgram(ref reader) : ReadBank(ref reader);
        PatternSlots slots = version >= FirstVersionWithSlots ? SlotsChunk.Read(ref reader) : new PatternSlots();
        StateSection[] sections = version >= FirstVersionWithSections ? ReadSections(ref reader) : [];
        reader.End("the state");
        return state with { Slots = slots, Sections = sections };
    }

    private static PluginState ReadProgram(ref ChunkReader reader)
    {
        PluginProgram program = new(reader.ReadText(PluginProgram.MaxNameBytes, "the program's name"));
        ParameterValues values = ReadValues(ref reader);
        program.CopyFrom(values);
        return new PluginState { IsProgram = true, Song = values, Programs = [program] };
    }

    private static PluginState ReadBank(ref ChunkReader reader)
    {
        ParameterValues values = ReadValues(ref reader);
        (int count, int current) = ProgramsChunk.ReadCounts(ref reader);
        PluginProgram[] programs = new PluginProgram[count];
        for (int number = 0; number < count; number++)
        {
            programs[number] = new PluginProgram(ProgramsChunk.ReadName(ref reader, number));
            programs[number].CopyFrom(ReadValues(ref reader));
        }

        // What was changed since the program was selected was in the current values alone.
        programs[current].CopyFrom(values);
        return new PluginState { IsProgram = false, Song = values, Programs = programs, Current = current };
    }

    private static ParameterValues ReadValues(ref ChunkReader reader)
    {
        ParameterValues values = new();
        int count = reader.ReadUInt16("the number of values");
        if (count > ParameterTable.Count)
        {
            throw new StateFormatException(reader.Offset - 2, $"{count} values, but this version has {ParameterTable.Count} parameters.");
        }

        foreach (Parameter parameter in ParameterTable.All.AsSpan(0, count))
        {
            float value = reader.ReadNormalized($"the value of {parameter.Name}");
            values[parameter] = parameter.IsCommand ? parameter.Default : value;
        }

        return values;
    }

    private static StateSection[] ReadSections(ref ChunkReader reader)
    {
        StateSection[] sections = new StateSection[reader.ReadUInt16("the number of sections")];
        for (int number = 0; number < sections.Length; number++)
        {
            int start = reader.Offset;
            string tag = reader.ReadTag(TagSize, "a section's tag");
            ChunkReader content = reader.ReadPart(reader.ReadUInt16("a section's length"), $"section {tag}");
            if (!Tags.Contains(tag) || sections[..number].Any(other => other.Tag == tag))
            {
                string problem = Tags.Contains(tag) ? "there twice" : "not known to version 3";
                throw new StateFormatException(start, $"section {tag} is {problem}.");
            }

            int offset = content.Offset;
            byte[] bytes = tag == ControllersTag ? ReadControllers(ref content) : content.ReadRest();
            sections[number] = new StateSection(tag, offset, bytes);
            content.End($"section {tag}");
        }

        return sections;
    }

    // Gives the ids of the parameters for their indices.
    private static byte[] ReadControllers(ref ChunkReader reader)
    {
        using ChunkWriter writer = new();
        byte count = reader.ReadByte("the number of controllers");
        writer.Write(count);
        for (int number = 0; number < count; number++)
        {
            int start = reader.Offset;
            byte controller = reader.ReadByte("a controller");
            int index = reader.ReadUInt16("a controller's parameter");
            if (index >= ParameterTable.Count)
            {
                throw new StateFormatException(start, $"controller {controller} cannot move parameter {index}.");
            }

            writer.Write(controller);
            writer.WriteText(ParameterTable.All[index].Id);
        }

        return writer.ToArray();
    }
}
