using System.Text.Json.Serialization;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>How summaries are spelt.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ShardSummary))]
internal sealed partial class ShardJson : JsonSerializerContext;
