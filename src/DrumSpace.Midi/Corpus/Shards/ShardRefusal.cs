namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>A file of a shard that could not be read.</summary>
/// <param name="File">The file's index in the whole corpus, from 0.</param>
/// <param name="Path">Where it lies on the machine that tried.</param>
/// <param name="Offset">The byte at which reading failed; null when the file could not be opened.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ShardRefusal(int File, string Path, long? Offset, string Reason);
