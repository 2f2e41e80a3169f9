using DrumSpace.Music;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>Patterns as network input: rows of 448 cells, 1 where a voice is hit, cell = step * 14 + voice.</summary>
public static class PatternBatch
{
    /// <summary>The most rows of a batch: larger ones cost memory and save no time.</summary>
    public const int MaxRows = 1024;

    /// <summary>A tensor [N, 448] of patterns.</summary>
    public static Tensor ToTensor(ReadOnlySpan<Pattern> patterns)
    {
        float[] cells = new float[patterns.Length * Pattern.CellCount];
        for (int row = 0; row < patterns.Length; row++)
        {
            PatternCells.Write(patterns[row].Masks, cells.AsSpan(row * Pattern.CellCount, Pattern.CellCount));
        }

        return tensor(cells, new long[] { patterns.Length, Pattern.CellCount });
    }
}
