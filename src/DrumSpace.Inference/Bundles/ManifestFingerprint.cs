using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// The hash behind <see cref="BundleManifest.Fingerprint"/>. Saved songs hold it, so what it covers, and in which order, can never change.
/// </summary>
internal static class ManifestFingerprint
{
    /// <summary>
    /// Drops <see cref="BundleFile.Retired"/> from a manifest that lists it. Fingerprints covered that file too while bundles could have
    /// it, so the former fingerprint is kept.
    /// </summary>
    public static BundleManifest WithoutRetired(BundleManifest manifest) =>
        !manifest.Files.ContainsKey(BundleFile.Retired) ? manifest : manifest with
        {
            Files = manifest.Files.Where(file => file.Key != BundleFile.Retired).ToDictionary(),
            FormerFingerprints = [.. manifest.FormerFingerprints ?? [], Of(manifest, BundleFile.Decoder, BundleFile.Retired)],
        };

    /// <summary>The hash of some decoders' hashes, the thresholds and the quantiles.</summary>
    public static string Of(BundleManifest manifest, params ReadOnlySpan<string> decoders)
    {
        Sha256Hash hash = new();
        foreach (string name in decoders)
        {
            hash.Append(Encoding.ASCII.GetBytes(manifest.Files.TryGetValue(name, out BundleFileFacts? facts) ? facts.Sha256 : ""));
        }

        Span<byte> number = stackalloc byte[sizeof(float)];
        foreach (float value in manifest.Thresholds.Concat(manifest.Quantiles.SelectMany(axis => axis.Prepend(axis.Count))))
        {
            BinaryPrimitives.WriteSingleLittleEndian(number, value);
            hash.Append(number);
        }

        return hash.ToHex();
    }
}
