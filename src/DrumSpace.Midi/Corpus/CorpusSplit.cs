namespace DrumSpace.Midi.Corpus;

/// <summary>What a file of a corpus serves for.</summary>
public enum CorpusSplit
{
    /// <summary>To learn from.</summary>
    Train,

    /// <summary>To judge and stop learning by.</summary>
    Validation,

    /// <summary>To judge the finished model by.</summary>
    Test,
}
