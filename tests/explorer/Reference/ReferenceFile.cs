using System.Runtime.InteropServices;
using System.Text.Json;

namespace DrumSpace.ExplorerReference;

/// <summary>Writes reference values for the tests in TypeScript.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes a value as JSON, NAME.json.</summary>
    public static void Write<T>(string folder, string name, T value) =>
        File.WriteAllBytes(Path.Combine(folder, $"{name}.json"), JsonSerializer.SerializeToUtf8Bytes(value, Options));

    /// <summary>Writes floats, little-endian, NAME.bin.</summary>
    public static void WriteFloats(string folder, string name, ReadOnlySpan<float> values) =>
        File.WriteAllBytes(Path.Combine(folder, $"{name}.bin"), MemoryMarshal.AsBytes(values));
}
