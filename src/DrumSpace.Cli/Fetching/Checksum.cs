using System.Security.Cryptography;
using System.Text;

namespace DrumSpace.Cli.Fetching;

/// <summary>The expected hash of a published file.</summary>
/// <param name="Kind">The kind of hash.</param>
/// <param name="Value">The hash, in lower-case hexadecimal digits.</param>
internal sealed record Checksum(ChecksumKind Kind, string Value)
{
    /// <summary>A SHA-256.</summary>
    public static Checksum Sha256(string value) => new(ChecksumKind.Sha256, value);

    /// <summary>A Git blob id, as in the tree of a commit.</summary>
    public static Checksum GitBlob(string value) => new(ChecksumKind.GitBlob, value);

    /// <summary>The kind's name in error messages.</summary>
    public string Name => Kind == ChecksumKind.Sha256 ? "SHA-256" : "Git blob id";

    /// <summary>Hashes a file.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Of(file);
    }

    /// <summary>Hashes an open file.</summary>
    /// <param name="file">Read from its start, whatever its position.</param>
    /// <returns>Lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Of(FileStream file)
    {
        HashAlgorithmName algorithm = Kind == ChecksumKind.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        using IncrementalHash hash = IncrementalHash.CreateHash(algorithm);
        if (Kind == ChecksumKind.GitBlob)
        {
            // Git prepends "blob", the size and a zero byte to the content ("Pro Git", chapter 10.2).
            hash.AppendData(Encoding.ASCII.GetBytes($"blob {file.Length}\0"));
        }

        file.Position = 0;
        var buffer = new byte[1 << 16];
        while (file.Read(buffer) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
