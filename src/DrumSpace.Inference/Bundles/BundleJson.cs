using System.Text.Json.Serialization;

namespace DrumSpace.Inference.Bundles;

/// <summary>The serializer of the manifest, made at compile time: Native AOT has no reflection to make it later.</summary>
[JsonSerializable(typeof(BundleManifest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n")]
internal sealed partial class BundleJson : JsonSerializerContext;

/// <summary>The one field that every version of the manifest has.</summary>
internal sealed record BundleVersion
{
    public int FormatVersion { get; init; }
}

/// <summary>Reads the version alone, whatever else there is.</summary>
[JsonSerializable(typeof(BundleVersion))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BundleVersionJson : JsonSerializerContext;
