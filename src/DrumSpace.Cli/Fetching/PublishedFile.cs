namespace DrumSpace.Cli.Fetching;

/// <summary>A file of a published data set.</summary>
/// <param name="Name">Its name, relative to the set's address.</param>
/// <param name="Size">Its size in bytes; null where unknown.</param>
/// <param name="Checksum">Its checksum.</param>
/// <param name="UnpackTo">
/// For a zip archive, the folder to unpack it to, relative to the set's ("" for that itself); null to keep the file.
/// </param>
internal sealed record PublishedFile(string Name, long? Size, Checksum Checksum, string? UnpackTo = null)
{
    /// <summary>The maximum size of a file of unknown size: GitHub's limit for files of a repository.</summary>
    public const long MaxUnknownSize = 100 << 20;

    /// <summary>The maximum number of bytes to read.</summary>
    public long MaxSize => Size ?? MaxUnknownSize;
}
