using DrumSpace.Music;

namespace DrumSpace.Training.Fills;

/// <summary>
/// What a step of a fill is predicted from, 296 numbers: the hits of the 16 steps before it, as they are played; those of the pattern at
/// this and the next three steps, silent after its end; and the step, one of 16.
/// </summary>
internal static class FillSteps
{
    /// <summary>The steps before.</summary>
    public const int Before = Pattern.StepsPerBar;

    /// <summary>The steps of the pattern from this one on.</summary>
    public const int Ahead = 4;

    /// <summary>All steps.</summary>
    public const int Count = Before + Ahead;

    /// <summary>The numbers of a step's hits and place.</summary>
    public const int Width = Count * Pattern.VoiceCount + PatternFill.StepCount;

    /// <summary>Writes what a step is predicted from.</summary>
    /// <param name="example">The pattern, and the fill, whose steps before this one are heard.</param>
    /// <param name="step">The step of the fill, 0 to 15.</param>
    /// <param name="row">296 numbers; written over.</param>
    public static void Write(FillExample example, int step, Span<float> row)
    {
        Span<ushort> masks = stackalloc ushort[Count];
        masks.Clear();
        example.Filled.Masks.Slice(step, Before).CopyTo(masks);
        int now = Before + step;
        example.Pattern.Masks[now..Math.Min(now + Ahead, Pattern.StepCount)].CopyTo(masks[Before..]);
        row.Clear();
        PatternCells.Write(masks, row);
        row[(Count * Pattern.VoiceCount) + step] = 1;
    }
}
