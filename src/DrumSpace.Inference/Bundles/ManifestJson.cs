using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrumSpace.Inference.Bundles;

/// <summary>Reads and writes manifests as JSON. A field that this version does not know is refused rather than lost.</summary>
public static class ManifestJson
{
    /// <summary>Reads and checks a manifest.</summary>
    /// <param name="utf8">The JSON text, at most <see cref="BundleFile.MaxManifestBytes"/>.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="BundleException">The text is not JSON, has another format version, or breaks a rule.</exception>
    public static BundleManifest Parse(ReadOnlySpan<byte> utf8, string file)
    {
        BundleManifest manifest;
        try
        {
            // The version alone first: a later format may have fields that would otherwise be the first error.
            int version = JsonSerializer.Deserialize(utf8, VersionContext.Default.FormatVersionOnly)?.FormatVersion ?? 0;
            ManifestRules.CheckVersion(version, file);
            manifest = JsonSerializer.Deserialize(utf8, ManifestContext.Default.BundleManifest)!;
        }
        catch (JsonException e)
        {
            // The message quotes the file, line breaks included; an error is one line.
            string error = e.Message.TrimEnd('.').ReplaceLineEndings(" ");
            throw new BundleException(file, $"line {e.LineNumber + 1}, {e.Path ?? "$"}", $"not a manifest: {error}", e);
        }

        ManifestRules.Check(manifest, file);
        return ManifestFingerprint.WithoutRetired(manifest);
    }

    /// <summary>Writes a manifest as indented JSON: equal bytes for equal manifests.</summary>
    public static byte[] ToJson(this BundleManifest manifest)
    {
        BundleManifest sorted = manifest with
        {
            Files = new SortedDictionary<string, BundleFileFacts>(manifest.Files.ToDictionary(), StringComparer.Ordinal),
            Training = new SortedDictionary<string, string>(manifest.Training.ToDictionary(), StringComparer.Ordinal),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(sorted, ManifestContext.Default.BundleManifest), (byte)'\n'];
    }
}

/// <summary>The one field that every version of the manifest has.</summary>
internal sealed record FormatVersionOnly(int FormatVersion);

/// <summary>The manifest's serializer, generated at compile time: Native AOT cannot generate it at run time.</summary>
[JsonSerializable(typeof(BundleManifest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n")]
internal sealed partial class ManifestContext : JsonSerializerContext;

/// <summary>The serializer of the version alone, whatever else there is.</summary>
[JsonSerializable(typeof(FormatVersionOnly))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class VersionContext : JsonSerializerContext;
