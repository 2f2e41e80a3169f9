namespace DrumSpace.Cli.Fetching;

/// <summary>The kind of a checksum.</summary>
internal enum ChecksumKind
{
    /// <summary>SHA-256 of the file.</summary>
    Sha256,

    /// <summary>Git's blob id: SHA-1 of a header with the size, and the content.</summary>
    GitBlob,
}
