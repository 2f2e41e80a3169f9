using System.Text.Json.Serialization;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>The JSON serializer of summaries.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ShardSummary))]
internal sealed partial class ShardJson : JsonSerializerContext;
