using System.Security.Cryptography;
using System.Text;

namespace DrumSpace.Cli.Fetching;

/// <summary>What a published file must hash to.</summary>
/// <param name="Kind">How it is hashed.</param>
/// <param name="Value">The hash, in lower-case hexadecimal digits.</param>
internal sealed record Checksum(ChecksumKind Kind, string Value)
{
    /// <summary>A SHA-256.</summary>
    public static Checksum Sha256(string value) => new(ChecksumKind.Sha256, value);

    /// <summary>The id that a file has in a Git repository: what the tree of a commit names.</summary>
    public static Checksum GitBlob(string value) => new(ChecksumKind.GitBlob, value);

    /// <summary>The kind's name in errors.</summary>
    public string Name => Kind == ChecksumKind.Sha256 ? "SHA-256" : "Git blob id";

    /// <summary>Hashes a file in the way of this checksum.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Of(file);
    }

    /// <summary>Hashes an open file in the way of this checksum.</summary>
    /// <param name="file">Read from its first byte on, whatever its position.</param>
    /// <returns>Lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Of(FileStream file)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(Kind == ChecksumKind.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        if (Kind == ChecksumKind.GitBlob)
        {
            // Git hashes "blob", the size and a zero byte before the content ("Pro Git", chapter 10.2).
            hash.AppendData(Encoding.ASCII.GetBytes($"blob {file.Length}\0"));
        }

        file.Position = 0;
        var buffer = new byte[1 << 16];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
