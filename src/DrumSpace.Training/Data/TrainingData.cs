using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>The patterns of a training run, split by file: no pattern of a held-out file is learnt from.</summary>
/// <param name="Folders">Where they came from.</param>
/// <param name="Training">What to learn from: each passes the entropy filter, and none comes twice.</param>
/// <param name="HeldOut">What to measure on: the same, and none is among <paramref name="Training"/> either.</param>
public sealed record TrainingData(IReadOnlyList<DataFolder> Folders, Pattern[] Training, Pattern[] HeldOut)
{
    /// <summary>For each of the <see cref="Training"/> patterns a number of the file that it came from first; each its own unless set.</summary>
    public int[] TrainingFiles { get; init; } = [.. Enumerable.Range(0, Training.Length)];
}
