using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>The members of an object in a user's JSON file. What is missing is null or empty; what has another type is refused by its name.</summary>
/// <param name="file">The file, for messages.</param>
/// <param name="place">The names that lead to the object, with a dot behind each.</param>
/// <param name="content">The object.</param>
internal sealed class JsonFields(string file, string place, JsonObject content)
{
    /// <summary>The object itself.</summary>
    public JsonObject Content => content;

    /// <summary>Reads a file's content.</summary>
    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static JsonFields Parse(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) is JsonObject root
                ? new JsonFields(file, "", root)
                : throw new FormatException($"{file}: it has no JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}: it is no JSON: {e.Message}", e);
        }
    }

    /// <summary>An object; empty if it is missing.</summary>
    public JsonFields Object(string name) => content[name] switch
    {
        null => new JsonFields(file, $"{place}{name}.", []),
        JsonObject found => new JsonFields(file, $"{place}{name}.", found),
        _ => throw Wrong(name, "an object"),
    };

    /// <summary>A list of objects; empty if it is missing.</summary>
    public IReadOnlyList<JsonFields> Objects(string name) =>
    [
        .. Items(name).Select((item, index) => item is JsonObject found
            ? new JsonFields(file, $"{place}{name}[{index}].", found)
            : throw Wrong(name, "a list of objects")),
    ];

    /// <summary>A text; null if it is missing.</summary>
    public string? Text(string name) => content[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw Wrong(name, "a text"),
    };

    /// <summary>A list of texts; empty if it is missing.</summary>
    public IReadOnlyList<string> Texts(string name) =>
    [
        .. Items(name).Select(
            item => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw Wrong(name, "a list of texts")),
    ];

    /// <summary>A finite number; null if it is missing.</summary>
    public double? Number(string name) => content[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out double number) && double.IsFinite(number) => number,
        _ => throw Wrong(name, "a number"),
    };

    /// <summary>A list of finite numbers; empty if it is missing.</summary>
    public IReadOnlyList<double> Numbers(string name) =>
    [
        .. Items(name).Select(item => item is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number)
            ? number
            : throw Wrong(name, "a list of numbers")),
    ];

    /// <summary>What a member should have been.</summary>
    public FormatException Wrong(string name, string kind) => new($"{file}: \"{place}{name}\" is not {kind}.");

    private JsonArray Items(string name) => content[name] switch
    {
        null => [],
        JsonArray items => items,
        _ => throw Wrong(name, "a list"),
    };
}
