namespace DrumSpace.Cli.Fetching;

/// <summary>A file of a published data set.</summary>
/// <param name="Name">Its name below the set's address.</param>
/// <param name="Size">Its size in bytes; null where nobody states it.</param>
/// <param name="Checksum">What it must hash to.</param>
/// <param name="UnpackTo">For a zip archive, the folder of the set that takes its content ("" for the set's own); null to keep the file.</param>
internal sealed record PublishedFile(string Name, long? Size, Checksum Checksum, string? UnpackTo = null)
{
    /// <summary>The most bytes of a file whose size nobody states: GitHub takes no larger ones into a repository.</summary>
    public const long MaxUnstatedSize = 100 << 20;

    /// <summary>No more bytes than this are read.</summary>
    public long MaxSize => Size ?? MaxUnstatedSize;
}
