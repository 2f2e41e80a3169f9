using System.Runtime.CompilerServices;

namespace DrumSpace.Music.Melody;

/// <summary>Two bars of a monophonic line on the 16th grid, beside a <see cref="Pattern"/>: 32 bytes that are copied without allocation.</summary>
[InlineArray(StepCount)]
public struct MelodyPhrase
{
    /// <summary>Steps in a line: those of a pattern.</summary>
    public const int StepCount = Pattern.StepCount;

    private MelodyStep _first;

    /// <summary>The number of notes that begin in the line.</summary>
    public readonly int OnsetCount
    {
        get
        {
            int onsets = 0;
            foreach (MelodyStep step in this)
            {
                onsets += step.IsNote ? 1 : 0;
            }

            return onsets;
        }
    }
}
