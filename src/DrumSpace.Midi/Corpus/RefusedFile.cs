namespace DrumSpace.Midi.Corpus;

/// <summary>A file of a corpus that could not be read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Offset">The byte at which reading failed; null when the file could not be read at all.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record RefusedFile(string Path, long? Offset, string Reason);
