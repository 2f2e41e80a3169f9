using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

/// <summary>A bundle of the test model in a folder of its own, deleted at the end.</summary>
public sealed class BundleFolder : IDisposable
{
    public BundleFolder() => BundleWriter.Write(Path, Golden.Manifest, Golden.Files);

    public string Path { get; } = Directory.CreateTempSubdirectory("drumspace-bundle-").FullName;

    public string Manifest => File(BundleFile.Manifest);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes the bundle anew with another decoder, all hashes right.</summary>
    public void ReplaceDecoder(byte[] decoder)
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Decoder] = decoder;
        BundleWriter.Write(Path, Golden.Manifest, files);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
