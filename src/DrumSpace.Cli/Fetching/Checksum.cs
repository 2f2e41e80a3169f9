using System.Security.Cryptography;
using System.Text;

namespace DrumSpace.Cli.Fetching;

/// <summary>The expected hash of a published file.</summary>
/// <param name="Algorithm">SHA-256, or SHA-1 for Git's blob id, which covers a header with the size too.</param>
/// <param name="Value">The hash, in lower-case hexadecimal digits.</param>
internal sealed record Checksum(HashAlgorithmName Algorithm, string Value)
{
    /// <summary>A SHA-256.</summary>
    public static Checksum Sha256(string value) => new(HashAlgorithmName.SHA256, value);

    /// <summary>A Git blob id, as in the tree of a commit.</summary>
    public static Checksum GitBlob(string value) => new(HashAlgorithmName.SHA1, value);

    /// <summary>The kind's name in error messages.</summary>
    public string Name => Algorithm == HashAlgorithmName.SHA256 ? "SHA-256" : "Git blob id";

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
        using IncrementalHash hash = IncrementalHash.CreateHash(Algorithm);
        if (Algorithm == HashAlgorithmName.SHA1)
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
