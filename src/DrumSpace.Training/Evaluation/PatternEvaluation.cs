namespace DrumSpace.Training.Evaluation;

/// <summary>The measurements of a model, a file of samples, or a set of real patterns: a column of the report.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Filter">Pass rate, uniqueness, novelty.</param>
/// <param name="Voices">The shares of the drums in all hits.</param>
/// <param name="Hits">The distribution of hits per pattern.</param>
/// <param name="Entropy">The distribution of the patterns' entropy, in nats.</param>
public sealed record PatternEvaluation(string Name, FilterPass Filter, VoiceShares Voices, Histogram Hits, Histogram Entropy)
{
    /// <summary>Coverage of the held-out patterns by all samples; null without held-out patterns.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Precision and recall of all samples; null without enough held-out patterns.</summary>
    public PrecisionRecall? All { get; init; }

    /// <summary>Precision and recall of the distinct samples that pass the entropy filter; null when they are too few.</summary>
    public PrecisionRecall? Kept { get; init; }

    /// <summary>The accuracy of the two-sample test of all samples, 0 to 1; null without held-out patterns.</summary>
    public double? TwoSampleAccuracy { get; init; }

    /// <summary>The total variation distance of the voices from the held-out patterns', 0 to 1; null without held-out patterns.</summary>
    public double? VoiceVariation { get; init; }

    /// <summary>Reconstruction of the held-out patterns by the encoder alone; null without a model or held-out patterns.</summary>
    public Reconstruction? EncoderReconstruction { get; init; }

    /// <summary>Reconstruction of the held-out patterns by search; null without a model or held-out patterns.</summary>
    public Reconstruction? Reconstruction { get; init; }

    /// <summary>Reconstruction of the held-out patterns by latent and seed; null without variation.</summary>
    public Reconstruction? SeededReconstruction { get; init; }

    /// <summary>Interpolation between held-out patterns; null without a model or two held-out patterns.</summary>
    public Interpolation? Interpolation { get; init; }

    /// <summary>The losses of the model's training; empty without a log.</summary>
    public IReadOnlyList<LossSeries> Losses { get; init; } = [];
}
