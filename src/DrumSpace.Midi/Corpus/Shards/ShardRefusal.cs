namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>A file of a shard that could not be read.</summary>
/// <param name="File">The file's index in the whole corpus, from 0.</param>
/// <param name="Path">Its path on the machine that read the shard.</param>
/// <param name="Offset">The byte at which reading failed; null when the file could not be read at all.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ShardRefusal(int File, string Path, long? Offset, string Reason)
{
    /// <summary>Makes the refusal of a file.</summary>
    public static ShardRefusal Of(int file, RefusedFile refused) => new(file, refused.Path, refused.Offset, refused.Reason);

    /// <summary>The refusal without the index.</summary>
    public RefusedFile ToRefusedFile() => new(Path, Offset, Reason);
}
