using DrumSpace.Music;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The learnt fills of a song's patterns, little-endian: u8 number of fills; and per fill
/// <list type="bullet">
/// <item>u8 slot of the pattern, 0 for the knobs; u16 mask of the voices that play the fill;</item>
/// <item>224 u16 probabilities, as the pattern's in <see cref="PatternsChunk"/>;</item>
/// <item>u8 1 where velocities and offsets follow, 224 u16 each, likewise; else 0.</item>
/// </list>
/// Main thread.
/// </summary>
internal static class FillsChunk
{
    /// <summary>Writes the fills of the patterns that have one.</summary>
    public static void Write(ChunkWriter writer, IReadOnlyList<SlotPattern> patterns)
    {
        SlotPattern[] filled = [.. patterns.Where(HasFill)];
        writer.Write((byte)filled.Length);
        foreach ((int slot, PlayablePattern pattern) in filled)
        {
            writer.Write((byte)slot);
            writer.Write((ushort)pattern.Fill.Voices);
            PatternsChunk.WriteCells(writer, pattern.Fill.Probabilities, 0, PatternsChunk.One);
            bool hasGroove = pattern.GrooveVoices != 0;
            writer.Write((byte)(hasGroove ? 1 : 0));
            if (hasGroove)
            {
                PatternsChunk.WriteCells(writer, pattern.Fill.Velocities, 0, PatternsChunk.One);
                PatternsChunk.WriteCells(writer, pattern.Fill.Offsets, PatternsChunk.Half, 2 * PatternsChunk.Half);
            }
        }
    }

    /// <summary>Whether a pattern has a fill to write.</summary>
    public static bool HasFill(SlotPattern pattern) => pattern.Pattern.Fill.Voices != 0;

    /// <summary>Reads fills.</summary>
    /// <returns>Each with its pattern's slot.</returns>
    /// <exception cref="StateFormatException">They are damaged.</exception>
    public static (int Slot, PatternFill Fill)[] Read(ref ChunkReader reader)
    {
        var fills = new (int Slot, PatternFill Fill)[reader.ReadByte("the number of fills")];
        for (int number = 0; number < fills.Length; number++)
        {
            int slot = reader.ReadByte("a fill's slot");
            PatternFill fill = new() { Voices = PatternsChunk.ReadMask(ref reader) };
            PatternsChunk.ReadCells(ref reader, fill.Probabilities, 0, PatternsChunk.One);
            if (reader.ReadByte("whether a fill has a groove") != 0)
            {
                PatternsChunk.ReadCells(ref reader, fill.Velocities, 0, PatternsChunk.One);
                PatternsChunk.ReadCells(ref reader, fill.Offsets, PatternsChunk.Half, 2 * PatternsChunk.Half);
            }

            fills[number] = (slot, fill);
        }

        return fills;
    }
}
