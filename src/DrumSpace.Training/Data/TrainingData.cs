using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>The patterns of a training run, split by file.</summary>
/// <param name="Folders">The folders they are from.</param>
/// <param name="Training">The training set: distinct patterns that pass the entropy filter.</param>
/// <param name="HeldOut">The held-out set, likewise; none of it is in <paramref name="Training"/>.</param>
public sealed record TrainingData(IReadOnlyList<DataFolder> Folders, Pattern[] Training, Pattern[] HeldOut)
{
    /// <summary>The number of the first file of each <see cref="Training"/> pattern; a different one for each pattern unless set.</summary>
    public int[] TrainingFiles { get; init; } = [.. Enumerable.Range(0, Training.Length)];
}
