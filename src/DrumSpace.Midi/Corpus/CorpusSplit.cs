namespace DrumSpace.Midi.Corpus;

/// <summary>The split that a file of a corpus belongs to.</summary>
public enum CorpusSplit
{
    /// <summary>To learn from.</summary>
    Train,

    /// <summary>For every choice: of models, options, thresholds and epochs.</summary>
    Validation,

    /// <summary>For the figures of the finished model; not opened before.</summary>
    Test,
}
