using DrumSpace.Music;

namespace DrumSpace.Plugin.State;

/// <summary>How the locked rows are played.</summary>
internal static partial class MemoryChunk
{
    private const int GrooveFlag = 1 << 15;
    private const float MaxOffset = 0.5f;

    private static void WriteGroove(BinaryWriter writer, PinnedRows rows)
    {
        writer.Write((ushort)rows.GrooveVoices);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((rows.GrooveVoices >> voice & 1) != 0)
            {
                WriteRow(writer, rows.Velocities, voice, 0, 1);
                WriteRow(writer, rows.Offsets, voice, -MaxOffset, MaxOffset);
            }
        }
    }

    // What no model should give must not make a state that cannot be read again.
    private static void WriteRow(BinaryWriter writer, float[] cells, int voice, float low, float high)
    {
        for (int cell = voice; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
        {
            float value = cells[cell];
            writer.Write(value >= low && value <= high ? value : 0);
        }
    }

    private static void ReadGroove(ref ChunkReader reader, PinnedRows rows)
    {
        int voices = reader.ReadUInt16("the locked voices with a groove");
        if (voices == 0 || (voices & ~rows.Voices) != 0)
        {
            throw new StateFormatException(reader.Offset - 2, $"the locked voices with a groove are {voices}, of {rows.Voices}.");
        }

        Span<float> velocities = stackalloc float[Pattern.StepCount];
        Span<float> offsets = stackalloc float[Pattern.StepCount];
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((voices >> voice & 1) == 0)
            {
                continue;
            }

            foreach (ref float velocity in velocities)
            {
                velocity = reader.ReadNormalized("a locked voice's velocity");
            }

            foreach (ref float offset in offsets)
            {
                offset = reader.ReadWithin(-MaxOffset, MaxOffset, "a locked voice's offset");
            }

            rows.SetGroove(voice, velocities, offsets);
        }
    }
}
