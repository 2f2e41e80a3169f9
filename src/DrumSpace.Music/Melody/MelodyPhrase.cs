using System.Runtime.CompilerServices;

namespace DrumSpace.Music.Melody;

/// <summary>Two bars of monophonic melody on the 16th grid, the length of a <see cref="Pattern"/>: a value of 32 bytes.</summary>
[InlineArray(StepCount)]
public struct MelodyPhrase
{
    /// <summary>Steps in a phrase: those of a pattern.</summary>
    public const int StepCount = Pattern.StepCount;

    private MelodyStep _first;

    /// <summary>The number of notes.</summary>
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
