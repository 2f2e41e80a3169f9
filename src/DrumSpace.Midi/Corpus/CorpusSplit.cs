namespace DrumSpace.Midi.Corpus;

/// <summary>The split that a file of a corpus belongs to.</summary>
public enum CorpusSplit
{
    /// <summary>For training.</summary>
    Train,

    /// <summary>For validation and early stopping.</summary>
    Validation,

    /// <summary>For the evaluation of the finished model.</summary>
    Test,
}
