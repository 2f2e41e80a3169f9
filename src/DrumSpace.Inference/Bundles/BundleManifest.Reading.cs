using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Inference.Bundles;

public sealed partial record BundleManifest
{
    /// <summary>Reads the manifest of a bundle and nothing else of it: what its networks are worth, only loading the bundle shows.</summary>
    /// <param name="folder">The folder that holds manifest.json.</param>
    /// <exception cref="BundleException">There is none, or it says what no bundle may say.</exception>
    public static BundleManifest Read(string folder)
    {
        string path = Path.Combine(folder, BundleFile.Manifest);
        return Parse(ModelBundle.ReadBounded(path, BundleFile.MaxManifestBytes), path);
    }

    /// <summary>
    /// What of the bundle turns knobs into beats, as a SHA-256 of 64 lower-case hexadecimal digits: the decoder, the thresholds and the
    /// quantiles. Two bundles that have it in common play the same beats, whatever else of them differs.
    /// </summary>
    public string Fingerprint() => FingerprintWith(BundleFile.Decoder);

    // While a bundle could have a second decoder, the fingerprint covered it too.
    private BundleManifest WithoutRetired() => !Files.ContainsKey(BundleFile.Retired) ? this : this with
    {
        Files = Files.Where(file => file.Key != BundleFile.Retired).ToDictionary(),
        FormerFingerprints = [.. FormerFingerprints ?? [], FingerprintWith(BundleFile.Decoder, BundleFile.Retired)],
    };

    private string FingerprintWith(params ReadOnlySpan<string> decoders)
    {
        using MemoryStream stream = new();
        foreach (string name in decoders)
        {
            stream.Write(Encoding.ASCII.GetBytes(Files.TryGetValue(name, out BundleFileFacts? decoder) ? decoder.Sha256 : ""));
        }

        Span<byte> number = stackalloc byte[sizeof(float)];
        foreach (float value in Thresholds.Concat(Quantiles.SelectMany(axis => axis.Prepend(axis.Count))))
        {
            BinaryPrimitives.WriteSingleLittleEndian(number, value);
            stream.Write(number);
        }

        return BundleFileFacts.HashOf(stream.ToArray());
    }
}
