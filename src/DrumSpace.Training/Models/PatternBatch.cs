using DrumSpace.Music;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>Patterns as the networks see them: rows of 448 cells, 1 where a voice is hit, cell = step * 14 + voice.</summary>
public static class PatternBatch
{
    /// <summary>The most rows that are worth one tensor: larger ones only cost memory.</summary>
    public const int MaxRows = 1024;

    /// <summary>A tensor [N, 448] of patterns.</summary>
    public static Tensor ToTensor(ReadOnlySpan<Pattern> patterns)
    {
        float[] cells = new float[patterns.Length * Pattern.CellCount];
        for (int row = 0; row < patterns.Length; row++)
        {
            WriteCells(patterns[row], cells.AsSpan(row * Pattern.CellCount, Pattern.CellCount));
        }

        return tensor(cells, new long[] { patterns.Length, Pattern.CellCount });
    }

    /// <summary>Writes a pattern's 448 cells, 0 or 1.</summary>
    public static void WriteCells(in Pattern pattern, Span<float> cells)
    {
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            cells[cell] = pattern[cell / Pattern.VoiceCount] >> (cell % Pattern.VoiceCount) & 1;
        }
    }

    /// <summary>The pattern whose 448 cells these are: a hit where a cell is not 0.</summary>
    public static Pattern ReadCells(ReadOnlySpan<float> cells)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        masks.Clear();
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            masks[cell / Pattern.VoiceCount] |= (ushort)(cells[cell] != 0 ? 1 << (cell % Pattern.VoiceCount) : 0);
        }

        return new Pattern(masks);
    }
}
