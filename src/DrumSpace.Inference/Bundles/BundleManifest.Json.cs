using System.Text.Json;

namespace DrumSpace.Inference.Bundles;

public sealed partial record BundleManifest
{
    /// <summary>Reads and checks a manifest.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="BundleException">The text is not JSON, of another version, or says what no bundle may say.</exception>
    public static BundleManifest Parse(ReadOnlySpan<byte> utf8, string file)
    {
        if (utf8.Length > BundleFile.MaxManifestBytes)
        {
            throw new BundleException(file, "", $"it has {utf8.Length} bytes, and a manifest has at most {BundleFile.MaxManifestBytes}");
        }

        BundleManifest? manifest;
        try
        {
            // The version alone first: a later format may well have fields that would otherwise be what is complained about.
            int version = JsonSerializer.Deserialize(utf8, BundleVersionJson.Default.BundleVersion)?.FormatVersion ?? 0;
            if (version != CurrentVersion)
            {
                throw new BundleException(
                    file, "formatVersion", $"version {version} is not known here; this version of DrumSpace reads {CurrentVersion}");
            }

            manifest = JsonSerializer.Deserialize(utf8, BundleJson.Default.BundleManifest);
        }
        catch (JsonException e)
        {
            throw new BundleException(file, $"line {e.LineNumber + 1}, {e.Path ?? "$"}", "not a manifest: " + e.Message.TrimEnd('.'), e);
        }

        manifest!.Check(file);
        return manifest.WithoutRetired();
    }

    /// <summary>The manifest as indented JSON, the same bytes for the same manifest.</summary>
    public byte[] ToJson()
    {
        BundleManifest sorted = this with
        {
            Files = new SortedDictionary<string, BundleFileFacts>(Files.ToDictionary(), StringComparer.Ordinal),
            Training = new SortedDictionary<string, string>(Training.ToDictionary(), StringComparer.Ordinal),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(sorted, BundleJson.Default.BundleManifest), (byte)'\n'];
    }
}
