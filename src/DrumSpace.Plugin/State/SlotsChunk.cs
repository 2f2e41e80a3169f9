using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The slots and the pinned rows within a state, little-endian: the rows that are pinned now, as <see cref="RowsChunk"/> tells; u16 number
/// of slots; and per slot u8 1 if it is filled, and if so its four knobs, each a float of 0 to 1, u16 seed, and its pinned rows. Main
/// thread.
/// </summary>
internal static class SlotsChunk
{
    /// <summary>Writes the slots.</summary>
    public static void Write(ChunkWriter writer, PatternSlots slots)
    {
        RowsChunk.Write(writer, slots.Pins);
        writer.Write((ushort)slots.Slots.Length);
        foreach (PatternSlot slot in slots.Slots)
        {
            writer.Write((byte)(slot.IsFilled ? 1 : 0));
            if (slot.IsFilled)
            {
                Knobs knobs = slot.Knobs;
                foreach (float knob in knobs)
                {
                    writer.Write(knob);
                }

                writer.Write((ushort)slot.Seed);
                RowsChunk.Write(writer, slot.Pins);
            }
        }
    }

    /// <summary>Reads slots.</summary>
    /// <exception cref="StateFormatException">It is damaged, or has more slots than this version.</exception>
    public static PatternSlots Read(ref ChunkReader reader)
    {
        PatternSlots slots = new();
        RowsChunk.Read(ref reader, slots.Pins);
        int count = reader.ReadUInt16("the number of slots");
        if (count > PatternSlots.Count)
        {
            throw new StateFormatException(reader.Offset - 2, $"{count} slots, but this version has {PatternSlots.Count}.");
        }

        for (int number = 0; number < count; number++)
        {
            PatternSlot slot = slots.Slots[number];
            slot.IsFilled = reader.ReadSwitch($"the state of slot {number + 1}");
            if (slot.IsFilled)
            {
                slot.Knobs = new Knobs(ReadKnob(ref reader), ReadKnob(ref reader), ReadKnob(ref reader), ReadKnob(ref reader));
                slot.Seed = ReadSeed(ref reader);
                RowsChunk.Read(ref reader, slot.Pins);
            }
        }

        return slots;
    }

    private static float ReadKnob(ref ChunkReader reader) => reader.ReadNormalized("a slot's knob");

    private static int ReadSeed(ref ChunkReader reader)
    {
        int seed = reader.ReadUInt16("a slot's seed");
        return seed >= 1 && seed <= ParameterTable.MaxSeed
            ? seed
            : throw new StateFormatException(reader.Offset - 2, $"a slot's seed is {seed}, not 1 to {ParameterTable.MaxSeed}.");
    }
}
