namespace DrumSpace.Midi.Corpus;

/// <summary>What became of the files of a corpus.</summary>
/// <param name="FilesRead">Files that were read, with or without drums in 4/4.</param>
/// <param name="FilesRefused">Files that could not be read.</param>
/// <param name="Windows">Windows of two bars that have a hit.</param>
/// <param name="WindowsPassed">Those that the entropy filter keeps.</param>
/// <param name="Unique">Different patterns among the windows.</param>
/// <param name="UniquePassed">Different patterns that the entropy filter keeps.</param>
public sealed record DatasetSummary(int FilesRead, int FilesRefused, long Windows, long WindowsPassed, int Unique, int UniquePassed);
