using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.State;

/// <summary>
/// Parameters and programs within a state, little-endian: the song's values, as <see cref="ValuesChunk"/> tells; of a bank then u16 number
/// of programs and u16 current program; and per program its name as a text and its values. Main thread.
/// </summary>
internal static class ProgramsChunk
{
    /// <summary>Writes the parameters and programs of a state.</summary>
    public static void Write(ChunkWriter writer, PluginState state)
    {
        ValuesChunk.Write(writer, state.Song, ofProgram: false);
        if (!state.IsProgram)
        {
            writer.Write((ushort)state.Programs.Count);
            writer.Write((ushort)state.Current);
        }

        foreach (PluginProgram program in state.Programs)
        {
            writer.WriteText(program.Name);
            ValuesChunk.Write(writer, program, ofProgram: true);
        }
    }

    /// <summary>Reads the parameters and programs of a state.</summary>
    /// <exception cref="StateFormatException">They are damaged.</exception>
    public static PluginState Read(ref ChunkReader reader, bool isProgram)
    {
        ParameterValues song = new();
        bool hasSwitch = ValuesChunk.Read(ref reader, song, ofProgram: false).Contains(ParameterTable.SlotKeysOn.Id);
        (int count, int current) = isProgram ? (1, 0) : ReadCounts(ref reader);
        PluginProgram[] programs = new PluginProgram[count];
        for (int number = 0; number < count; number++)
        {
            programs[number] = new PluginProgram(ReadName(ref reader, number));
            ValuesChunk.Read(ref reader, programs[number], ofProgram: true);
        }

        return new PluginState
        {
            IsProgram = isProgram, Song = song, HasSlotKeysSwitch = hasSwitch, Programs = programs, Current = current,
        };
    }

    /// <summary>Reads the number of a bank's programs and the current one's index.</summary>
    /// <exception cref="StateFormatException">There can be no such bank.</exception>
    internal static (int Count, int Current) ReadCounts(ref ChunkReader reader)
    {
        int count = reader.ReadUInt16("the number of programs");
        int current = reader.ReadUInt16("the current program");
        return count <= ProgramBank.MaxCount && current < count ? (count, current) : throw new StateFormatException(
            reader.Offset - 4, $"program {current} of {count} cannot be: a bank has at most {ProgramBank.MaxCount}.");
    }

    /// <summary>Reads a program's name.</summary>
    /// <exception cref="StateFormatException">It is too long or no text.</exception>
    internal static string ReadName(ref ChunkReader reader, int number) =>
        reader.ReadText(PluginProgram.MaxNameBytes, $"the name of program {number}");
}
