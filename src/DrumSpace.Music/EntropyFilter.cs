namespace DrumSpace.Music;

/// <summary>The part of the paper's filter that is a formula: a pattern whose steps are too alike is no beat worth keeping.</summary>
/// <remarks>The authors also drop what their training set holds already; their published pairs of raw and filtered samples leave room for a
/// threshold in (0.8949, 0.9003] and show no pattern that passed below it.</remarks>
public static class EntropyFilter
{
    /// <summary>The entropy, in nats, that a pattern must exceed.</summary>
    public const double Threshold = 0.9;

    /// <summary>Whether the filter keeps a pattern. Any thread; allocates nothing.</summary>
    public static bool Passes(in Pattern pattern) => PatternEntropy.Of(pattern) > Threshold;
}
