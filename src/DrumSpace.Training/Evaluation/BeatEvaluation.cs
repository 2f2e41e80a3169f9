namespace DrumSpace.Training.Evaluation;

/// <summary>All that was measured of one model, one file of samples, or one set of real patterns: a column of the report.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Filter">Pass rate, uniqueness, novelty.</param>
/// <param name="Voices">How the hits divide among the drums.</param>
/// <param name="Hits">The spread of hits per pattern.</param>
/// <param name="Entropy">The spread of the patterns' entropy, in nats.</param>
public sealed record BeatEvaluation(string Name, FilterPass Filter, VoiceShares Voices, Histogram Hits, Histogram Entropy)
{
    /// <summary>Coverage of the held-out patterns by all samples; null without held-out patterns.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Precision and recall of all samples; null without enough held-out patterns.</summary>
    public PrecisionRecall? All { get; init; }

    /// <summary>Precision and recall of the distinct samples that pass the entropy filter; null when they are too few.</summary>
    public PrecisionRecall? Kept { get; init; }

    /// <summary>The share of hits that sit on other voices than in the held-out patterns, 0 to 1; null without held-out patterns.</summary>
    public double? VoiceVariation { get; init; }

    /// <summary>Reconstruction of the held-out patterns; null where there is no model or no held-out pattern.</summary>
    public Reconstruction? Reconstruction { get; init; }

    /// <summary>Reconstruction of the held-out patterns by latent and seed, where beats were varied; null where they were not.</summary>
    public Reconstruction? SeededReconstruction { get; init; }

    /// <summary>Lines between held-out patterns; null where there is no model or there are no two held-out patterns.</summary>
    public Interpolation? Interpolation { get; init; }

    /// <summary>The losses of the model's training; empty where there is no log.</summary>
    public IReadOnlyList<LossSeries> Losses { get; init; } = [];
}
