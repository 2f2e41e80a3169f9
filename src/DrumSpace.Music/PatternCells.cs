using System.Numerics;

namespace DrumSpace.Music;

/// <summary>
/// The two shapes of a pattern: 32 step masks of 14 bits, and the 448 cells that networks read and write; cell = step * 14 + voice.
/// </summary>
/// <remarks>Any thread, the audio thread included: does not allocate or block.</remarks>
public static class PatternCells
{
    /// <summary>Writes the cells of steps, 1 for a hit and 0 for none.</summary>
    /// <param name="masks">The steps' masks, such as <see cref="Pattern.Masks"/>.</param>
    /// <param name="cells">At least 14 numbers per step.</param>
    /// <exception cref="IndexOutOfRangeException">There are fewer.</exception>
    public static void Write(ReadOnlySpan<ushort> masks, Span<float> cells)
    {
        for (int cell = 0; cell < masks.Length * Pattern.VoiceCount; cell++)
        {
            cells[cell] = masks[cell / Pattern.VoiceCount] >> (cell % Pattern.VoiceCount) & 1;
        }
    }

    /// <summary>The pattern of 448 cells: a hit where a cell is not 0.</summary>
    /// <typeparam name="T">The cells' number type.</typeparam>
    /// <param name="cells">448 numbers.</param>
    /// <exception cref="IndexOutOfRangeException">There are fewer.</exception>
    public static Pattern Read<T>(ReadOnlySpan<T> cells)
        where T : struct, INumberBase<T>
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        masks.Clear();
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            masks[cell / Pattern.VoiceCount] |= (ushort)((T.IsZero(cells[cell]) ? 0 : 1) << (cell % Pattern.VoiceCount));
        }

        return new Pattern(masks);
    }

    /// <summary>The pattern of 448 probabilities: a hit where a probability reaches its voice's threshold. NaN never is a hit.</summary>
    /// <param name="probabilities">448 numbers, 0 to 1.</param>
    /// <param name="thresholds">14 numbers, above 0 and below 1.</param>
    /// <exception cref="IndexOutOfRangeException">There are fewer.</exception>
    public static Pattern AtThresholds(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> thresholds)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        masks.Clear();
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            int voice = cell % Pattern.VoiceCount;
            masks[cell / Pattern.VoiceCount] |= (ushort)((probabilities[cell] >= thresholds[voice] ? 1 : 0) << voice);
        }

        return new Pattern(masks);
    }
}
