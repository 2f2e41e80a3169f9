namespace DrumSpace.Music;

/// <summary>The formula of the paper's filter: drops patterns with too little variety among their steps.</summary>
/// <remarks>The authors also drop patterns of their training set. Their published pairs of raw and filtered samples fit any threshold in
/// (0.8949, 0.9003], and no pattern below it passed.</remarks>
public static class EntropyFilter
{
    /// <summary>The entropy, in nats, that a pattern must exceed.</summary>
    public const double Threshold = 0.9;

    /// <summary>Whether the filter keeps a pattern. Any thread; allocates nothing.</summary>
    public static bool Passes(in Pattern pattern) => PatternEntropy.Of(pattern) > Threshold;
}
