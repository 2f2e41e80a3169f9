using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The beat memory within a state, little-endian:
/// <list type="bullet">
/// <item>the rows locked by hand; then u16 number of slots, then per slot u8 1 if it is filled, and if so its four knobs, each a float
/// of 0 to 1, u16 seed, and its locked rows;</item>
/// <item>rows: u16 mask of the locked voices, then for each of them, lowest bit first, a float threshold, u32 hits (bit s for step s),
/// and 32 floats of probability, all floats 0 to 1;</item>
/// <item>bit 15 of that mask is set where voices have a groove, and after the rows then follow u16 mask of these voices and for each of them
/// 32 floats of velocity, 0 to 1, and 32 of offset, -0.5 to 0.5 steps. Chunks from before the groove never have that bit.</item>
/// </list>
/// Main thread.
/// </summary>
internal static partial class MemoryChunk
{
    /// <summary>Writes a memory.</summary>
    public static void Write(BinaryWriter writer, PatternSlots memory)
    {
        WriteRows(writer, memory.Pins);
        writer.Write((ushort)memory.Slots.Length);
        foreach (PatternSlot slot in memory.Slots)
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
                WriteRows(writer, slot.Pins);
            }
        }
    }

    /// <summary>Reads a memory.</summary>
    /// <exception cref="StateFormatException">It is damaged, or has more slots than this version.</exception>
    public static PatternSlots Read(ref ChunkReader reader)
    {
        PatternSlots memory = new();
        ReadRows(ref reader, memory.Pins);
        int count = reader.ReadUInt16("the number of slots");
        if (count > PatternSlots.Count)
        {
            throw new StateFormatException(reader.Offset - 2, $"{count} slots, but this version has {PatternSlots.Count}.");
        }

        for (int number = 0; number < count; number++)
        {
            PatternSlot slot = memory.Slots[number];
            slot.IsFilled = reader.ReadSwitch($"the state of slot {number + 1}");
            if (slot.IsFilled)
            {
                slot.Knobs = new Knobs(ReadKnob(ref reader), ReadKnob(ref reader), ReadKnob(ref reader), ReadKnob(ref reader));
                slot.Seed = ReadSeed(ref reader);
                ReadRows(ref reader, slot.Pins);
            }
        }

        return memory;
    }

    private static float ReadKnob(ref ChunkReader reader) => reader.ReadNormalized("a slot's knob");

    private static int ReadSeed(ref ChunkReader reader)
    {
        int seed = reader.ReadUInt16("a slot's seed");
        return seed >= 1 && seed <= ParameterTable.MaxSeed
            ? seed
            : throw new StateFormatException(reader.Offset - 2, $"a slot's seed is {seed}, not 1 to {ParameterTable.MaxSeed}.");
    }

    private static void WriteRows(BinaryWriter writer, PinnedRows rows)
    {
        writer.Write((ushort)(rows.Voices | (rows.GrooveVoices != 0 ? GrooveFlag : 0)));
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((rows.Voices >> voice & 1) == 0)
            {
                continue;
            }

            writer.Write(rows.Thresholds[voice]);
            writer.Write(rows.HitsOf(voice));
            for (int cell = voice; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
            {
                float probability = rows.Probabilities[cell];

                // What no decoder should give must not make a state that cannot be read again.
                writer.Write(probability is >= 0 and <= 1 ? probability : 0);
            }
        }

        if (rows.GrooveVoices != 0)
        {
            WriteGroove(writer, rows);
        }
    }

    private static void ReadRows(ref ChunkReader reader, PinnedRows rows)
    {
        int mask = reader.ReadUInt16("the locked voices");
        int voices = mask & ~GrooveFlag;
        if (voices > Pattern.AllVoices)
        {
            throw new StateFormatException(reader.Offset - 2, $"the locked voices are {voices}, more than {Pattern.VoiceCount} bits.");
        }

        Span<float> probabilities = stackalloc float[Pattern.StepCount];
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((voices >> voice & 1) == 0)
            {
                continue;
            }

            float threshold = reader.ReadNormalized("a locked voice's threshold");
            uint hits = reader.ReadUInt32("a locked voice's hits");
            foreach (ref float probability in probabilities)
            {
                probability = reader.ReadNormalized("a locked voice's probability");
            }

            rows.Pin(voice, threshold, hits, probabilities);
        }

        if (mask != voices)
        {
            ReadGroove(ref reader, rows);
        }
    }
}
