using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The patterns that a song led to when it was saved, little-endian: u8 number of patterns; and per pattern
/// <list type="bullet">
/// <item>u8 slot, 0 for the knobs, and u16 mask of the voices with a groove;</item>
/// <item>14 float thresholds, 0 to 1;</item>
/// <item>32 u16 masks of the hits, and 448 u16 probabilities, 65 535 for 1; cell = step * 14 + voice;</item>
/// <item>where a voice has a groove, 448 u16 velocities, 65 535 for 1, and 448 u16 offsets, 0 for -0.5 and 65 534 for 0.5 steps;</item>
/// <item>32 steps of the melody, each a byte: 0 for a rest, 1 for a tie, or a note's number + 2.</item>
/// </list>
/// Main thread.
/// </summary>
/// <remarks>
/// 16 bits are a third of a frame at 60 quarters a minute, and small states matter: hosts save often, and the runtime's collections for
/// large ones would hold up the audio thread.
/// </remarks>
internal static class PatternsChunk
{
    /// <summary>What stands for 1, of probabilities and velocities.</summary>
    internal const float One = 65_535;

    /// <summary>What stands for an offset of 0; twice of it for 0.5 steps.</summary>
    internal const float Half = 32_767;

    private const int TieCode = 1;
    private const int FirstNoteCode = 2;

    /// <summary>Writes patterns.</summary>
    public static void Write(ChunkWriter writer, IReadOnlyList<SlotPattern> patterns)
    {
        writer.Write((byte)patterns.Count);
        foreach ((int slot, PlayablePattern pattern) in patterns)
        {
            writer.Write((byte)slot);
            writer.Write((ushort)pattern.GrooveVoices);
            Array.ForEach(pattern.Decoded.Thresholds, writer.Write);
            foreach (ushort mask in pattern.Decoded.Pattern.Masks)
            {
                writer.Write(mask);
            }

            WriteCells(writer, pattern.Decoded.Probabilities, 0, One);
            if (pattern.GrooveVoices != 0)
            {
                WriteCells(writer, pattern.Velocities, 0, One);
                WriteCells(writer, pattern.Offsets, Half, 2 * Half);
            }

            foreach (MelodyStep step in pattern.Melody)
            {
                writer.Write((byte)(step.IsNote ? step.Note + FirstNoteCode : step.IsTie ? TieCode : 0));
            }
        }
    }

    /// <summary>Reads patterns.</summary>
    /// <exception cref="StateFormatException">They are damaged.</exception>
    public static SlotPattern[] Read(ref ChunkReader reader)
    {
        SlotPattern[] patterns = new SlotPattern[reader.ReadByte("the number of patterns")];
        for (int number = 0; number < patterns.Length; number++)
        {
            int slot = reader.ReadByte("a pattern's slot");
            if (slot > PatternSlots.Count || patterns[..number].Any(other => other.Slot == slot))
            {
                throw new StateFormatException(reader.Offset - 1, $"slot {slot} of a pattern is there twice or is none.");
            }

            patterns[number] = new SlotPattern(slot, ReadPattern(ref reader));
        }

        return patterns;
    }

    private static PlayablePattern ReadPattern(ref ChunkReader reader)
    {
        PlayablePattern pattern = new() { IsWhole = true, GrooveVoices = ReadMask(ref reader) };
        foreach (ref float threshold in pattern.Decoded.Thresholds.AsSpan())
        {
            threshold = reader.ReadNormalized("a pattern's threshold");
        }

        ushort[] masks = new ushort[Pattern.StepCount];
        foreach (ref ushort mask in masks.AsSpan())
        {
            mask = ReadMask(ref reader);
        }

        pattern.Decoded.Pattern = new Pattern(masks);
        ReadCells(ref reader, pattern.Decoded.Probabilities, 0, One);
        if (pattern.GrooveVoices != 0)
        {
            ReadCells(ref reader, pattern.Velocities, 0, One);
            ReadCells(ref reader, pattern.Offsets, Half, 2 * Half);
        }

        MelodyPhrase melody = default;
        foreach (ref MelodyStep step in melody)
        {
            step = ReadStep(ref reader);
        }

        pattern.Melody = melody;
        return pattern;
    }

    /// <summary>Reads a mask of voices.</summary>
    internal static ushort ReadMask(ref ChunkReader reader)
    {
        ushort mask = reader.ReadUInt16("a pattern's voices");
        return mask <= Pattern.AllVoices
            ? mask
            : throw new StateFormatException(reader.Offset - 2, $"a pattern's voices are {mask}, more than {Pattern.VoiceCount} bits.");
    }

    private static MelodyStep ReadStep(ref ChunkReader reader) => reader.ReadByte("a melody's step") switch
    {
        0 => MelodyStep.Rest,
        TieCode => MelodyStep.Tie,
        byte code and <= FirstNoteCode + 127 => MelodyStep.NoteOf(code - FirstNoteCode),
        byte code => throw new StateFormatException(reader.Offset - 1, $"a melody's step is {code}, which is no note."),
    };

    /// <summary>Writes cells; what no model should give is limited, so that the state can be read again.</summary>
    internal static void WriteCells(ChunkWriter writer, float[] cells, float zero, float scale)
    {
        foreach (float cell in cells)
        {
            writer.Write((ushort)MathF.Round(Math.Clamp(float.IsNaN(cell) ? 0 : cell * scale + zero, 0, scale)));
        }
    }

    /// <summary>Reads what <see cref="WriteCells"/> wrote.</summary>
    internal static void ReadCells(ref ChunkReader reader, float[] cells, float zero, float scale)
    {
        foreach (ref float cell in cells.AsSpan())
        {
            cell = Math.Min((reader.ReadUInt16("a pattern's cell") - zero) / scale, (scale - zero) / scale);
        }
    }
}
