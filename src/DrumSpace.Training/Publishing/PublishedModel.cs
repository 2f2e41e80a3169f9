using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Publishing;

/// <summary>The measurements of a model when its bundle was written.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="Thresholds">Its 14 thresholds.</param>
/// <param name="Correlations">[trait, axis]: the correlation of each <see cref="PatternTrait"/> with each axis over the training
/// patterns.</param>
/// <param name="Training">Reconstruction of the training patterns, or of a sample of them.</param>
/// <param name="HeldOut">Reconstruction of the held-out patterns.</param>
public sealed record PublishedModel(
    string Name, IReadOnlyList<float> Thresholds, double[,] Correlations, Reconstruction Training, Reconstruction HeldOut);
