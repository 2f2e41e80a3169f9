namespace DrumSpace.Midi.Corpus;

/// <summary>A file or folder of a corpus that could not be read.</summary>
/// <param name="File">Its index in the whole corpus, from 0.</param>
/// <param name="Path">Its path, on the machine that read it.</param>
/// <param name="Offset">The byte at which reading failed; null when the file could not be read at all.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record RefusedFile(int File, string Path, long? Offset, string Reason)
{
    /// <summary>The line that tells the user: path, position and reason.</summary>
    public override string ToString() => $"{Path}: {(Offset is { } offset ? $"byte {offset}: " : "")}{Reason}";
}
