namespace DrumSpace.Inference.Bundles;

/// <summary>What a manifest says about a file beside it.</summary>
public sealed record BundleFileFacts
{
    /// <summary>The file's length in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file's SHA-256: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The facts of some content.</summary>
    public static BundleFileFacts Of(ReadOnlySpan<byte> content) => new() { Bytes = content.Length, Sha256 = Sha256Hash.HexOf(content) };

    /// <summary>Whether a text is 64 lower-case hexadecimal digits.</summary>
    public static bool IsHash(string? text) => text?.Length == 2 * Sha256Hash.ByteCount && text.All(char.IsAsciiHexDigitLower);
}
