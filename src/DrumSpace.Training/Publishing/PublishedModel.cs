using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Publishing;

/// <summary>What was measured of a model when its bundle was written.</summary>
/// <param name="Name">Its name, as a musician sees it.</param>
/// <param name="Thresholds">Its 14 thresholds.</param>
/// <param name="Correlations">[trait, axis]: how each <see cref="BeatTrait"/> goes along with each axis over the training patterns.</param>
/// <param name="Training">How well it says the patterns again that it learnt from, or some of them.</param>
/// <param name="HeldOut">How well it says patterns that it never saw, of files that it never saw.</param>
public sealed record PublishedModel(
    string Name, IReadOnlyList<float> Thresholds, double[,] Correlations, Reconstruction Training, Reconstruction HeldOut);
