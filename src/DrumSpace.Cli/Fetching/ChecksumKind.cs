namespace DrumSpace.Cli.Fetching;

/// <summary>How a published file is hashed.</summary>
internal enum ChecksumKind
{
    /// <summary>SHA-256 of its bytes.</summary>
    Sha256,

    /// <summary>Git's id of its content: SHA-1 of a header with the size, and the bytes.</summary>
    GitBlob,
}
