namespace DrumSpace.Midi.Corpus;

/// <summary>The counts of a data set.</summary>
/// <param name="FilesRead">Files that were read, with or without drums in 4/4.</param>
/// <param name="FilesRefused">Files that could not be read.</param>
/// <param name="Windows">Windows of two bars with a hit.</param>
/// <param name="WindowsPassed">Windows that pass the entropy filter.</param>
/// <param name="Unique">Unique patterns among the windows.</param>
/// <param name="UniquePassed">Unique patterns that pass the entropy filter.</param>
/// <param name="Tally">What became of the drum notes; zero in shards of versions that did not count them.</param>
public sealed record DatasetSummary(
    int FilesRead,
    int FilesRefused,
    long Windows,
    long WindowsPassed,
    int Unique,
    int UniquePassed,
    ReadingTally Tally = default);
