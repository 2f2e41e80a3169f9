using DrumSpace.Midi.Corpus;

namespace DrumSpace.Training.Evaluation;

/// <summary>The data of evaluations; only evaluations with the same setting are comparable.</summary>
/// <param name="TrainingPatterns">The number of patterns in the training set; 0 when it is not known.</param>
/// <param name="HeldOutPatterns">The number of held-out patterns; 0 when there are none.</param>
/// <param name="Seed">The seed of the samples and of every random order.</param>
/// <param name="HeldOutSplit">The split of the held-out patterns.</param>
/// <param name="HeldOutVoices">The shares of the drums in the hits of the held-out patterns; null when there are none.</param>
public sealed record EvaluationSetting(
    int TrainingPatterns, int HeldOutPatterns, ulong Seed, CorpusSplit HeldOutSplit, VoiceShares? HeldOutVoices);
