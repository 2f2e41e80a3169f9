using DrumSpace.Music;

namespace DrumSpace.Plugin.State;

/// <summary>
/// Pinned rows within a state, little-endian: u16 mask of the pinned voices, then for each of them, lowest bit first, a float threshold,
/// u32 hits (bit s for step s), and 32 floats of probability, all floats 0 to 1. Bit 15 of the mask is set where voices have a groove, and
/// after the rows then follow u16 mask of these voices and for each of them 32 floats of velocity, 0 to 1, and 32 of offset, -0.5 to 0.5
/// steps. Main thread.
/// </summary>
internal static class RowsChunk
{
    private const int GrooveFlag = 1 << 15;
    private const float MaxOffset = 0.5f;

    /// <summary>Writes rows.</summary>
    public static void Write(ChunkWriter writer, PinnedRows rows)
    {
        writer.Write((ushort)(rows.Voices | (rows.GrooveVoices != 0 ? GrooveFlag : 0)));
        foreach (int voice in VoicesOf(rows.Voices))
        {
            writer.Write(rows.Thresholds[voice]);
            writer.Write(rows.HitsOf(voice));
            WriteRow(writer, rows.Probabilities, voice, 0, 1);
        }

        if (rows.GrooveVoices != 0)
        {
            writer.Write((ushort)rows.GrooveVoices);
            foreach (int voice in VoicesOf(rows.GrooveVoices))
            {
                WriteRow(writer, rows.Velocities, voice, 0, 1);
                WriteRow(writer, rows.Offsets, voice, -MaxOffset, MaxOffset);
            }
        }
    }

    /// <summary>Reads rows into rows of which no voice is pinned.</summary>
    /// <exception cref="StateFormatException">They are damaged.</exception>
    public static void Read(ref ChunkReader reader, PinnedRows rows)
    {
        int mask = reader.ReadUInt16("the locked voices");
        int voices = mask & ~GrooveFlag;
        if (voices > Pattern.AllVoices)
        {
            throw new StateFormatException(reader.Offset - 2, $"the locked voices are {voices}, more than {Pattern.VoiceCount} bits.");
        }

        foreach (int voice in VoicesOf(voices))
        {
            float threshold = reader.ReadNormalized("a locked voice's threshold");
            uint hits = reader.ReadUInt32("a locked voice's hits");
            rows.Pin(voice, threshold, hits, ReadRow(ref reader, 0, 1, "a locked voice's probability"));
        }

        if (mask == voices)
        {
            return;
        }

        int grooves = reader.ReadUInt16("the locked voices with a groove");
        if (grooves == 0 || (grooves & ~voices) != 0)
        {
            throw new StateFormatException(reader.Offset - 2, $"the locked voices with a groove are {grooves}, of {voices}.");
        }

        foreach (int voice in VoicesOf(grooves))
        {
            float[] velocities = ReadRow(ref reader, 0, 1, "a locked voice's velocity");
            rows.SetGroove(voice, velocities, ReadRow(ref reader, -MaxOffset, MaxOffset, "a locked voice's offset"));
        }
    }

    private static IEnumerable<int> VoicesOf(int mask) => Enumerable.Range(0, Pattern.VoiceCount).Where(voice => (mask >> voice & 1) != 0);

    // What no model should give must not make a state that cannot be read again.
    private static void WriteRow(ChunkWriter writer, float[] cells, int voice, float low, float high)
    {
        for (int cell = voice; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
        {
            writer.Write(cells[cell] >= low && cells[cell] <= high ? cells[cell] : 0);
        }
    }

    private static float[] ReadRow(ref ChunkReader reader, float low, float high, string what)
    {
        float[] row = new float[Pattern.StepCount];
        for (int step = 0; step < row.Length; step++)
        {
            row[step] = reader.ReadWithin(low, high, what);
        }

        return row;
    }
}
