using System.Globalization;
using System.Text.Json;

namespace DrumSpace.Plugin.Presets;

/// <summary>A value in a JSON file that nobody vouches for, and where it is: what is asked of it is given, or the error names the place.</summary>
internal readonly struct JsonPlace(string file, string path, JsonElement element)
{
    /// <summary>The longest file that is read: 1 MiB, several times the longest preset.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    /// <summary>What JSON has there.</summary>
    public JsonValueKind Kind => element.ValueKind;

    /// <summary>Reads a file's text; comments and trailing commas are stood.</summary>
    /// <exception cref="PresetException">It is no JSON, or too long.</exception>
    public static JsonPlace Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new PresetException(file, "", $"it has {utf8.Length} bytes, and at most {MaxBytes} are read");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            return new JsonPlace(file, "$", document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            string where = e.LineNumber is { } line ? $"line {line + 1}" : "";
            throw new PresetException(file, where, "this is no JSON: " + e.Message.Split(" LineNumber:")[0].TrimEnd('.'), e);
        }
    }

    /// <summary>An error here.</summary>
    public PresetException Fault(string problem, Exception? cause = null) => new(file, path, problem, cause);

    /// <summary>The fields of an object, in order.</summary>
    /// <exception cref="PresetException">It is no object, or has a field twice.</exception>
    public IReadOnlyList<(string Name, JsonPlace Value)> Fields()
    {
        Expect(JsonValueKind.Object, "an object");
        List<(string, JsonPlace)> fields = [];
        HashSet<string> names = [];
        foreach (JsonProperty field in element.EnumerateObject())
        {
            string name = Unicode(() => field.Name);
            JsonPlace value = new(file, $"{path}.{name}", field.Value);
            fields.Add(names.Add(name) ? (name, value) : throw value.Fault("it is there twice"));
        }

        return fields;
    }

    /// <summary>The fields of an object that may have these and no others.</summary>
    /// <exception cref="PresetException">It is no object, or has another field.</exception>
    public Dictionary<string, JsonPlace> Fields(params ReadOnlySpan<string> known)
    {
        Dictionary<string, JsonPlace> fields = [];
        foreach ((string name, JsonPlace value) in Fields())
        {
            fields.Add(known.Contains(name) ? name : throw value.Fault("this version knows no such field"), value);
        }

        return fields;
    }

    /// <summary>The items of a list.</summary>
    /// <exception cref="PresetException">It is no list.</exception>
    public JsonPlace[] Items()
    {
        Expect(JsonValueKind.Array, "a list");
        (string owner, string at) = (file, path);
        return [.. element.EnumerateArray().Select((item, number) => new JsonPlace(owner, $"{at}[{number}]", item))];
    }

    /// <summary>A text without control characters.</summary>
    /// <exception cref="PresetException">It is none, or longer than it may be.</exception>
    public string Text(int shortest, int longest)
    {
        Expect(JsonValueKind.String, "a text");
        JsonElement value = element;
        string text = Unicode(() => value.GetString()!);
        return text.Length >= shortest && text.Length <= longest
            ? text
            : throw Fault($"a text here has {shortest} to {longest} characters");
    }

    /// <summary>A normalized value.</summary>
    /// <exception cref="PresetException">It is no number of 0 to 1.</exception>
    public float Normalized() => Within(0, 1);

    /// <summary>A number of a range, its bounds included.</summary>
    /// <exception cref="PresetException">It is none.</exception>
    public float Within(float low, float high) =>
        Kind == JsonValueKind.Number && element.TryGetSingle(out float value) && value >= low && value <= high
            ? value
            : throw Fault(string.Create(CultureInfo.InvariantCulture, $"it is no number of {low} to {high}"));

    /// <summary>A whole number.</summary>
    /// <exception cref="PresetException">It is none, or not within the range.</exception>
    public int Whole(int lowest, int highest) =>
        Kind == JsonValueKind.Number && element.TryGetInt32(out int number) && number >= lowest && number <= highest
            ? number
            : throw Fault($"it is no whole number of {lowest} to {highest}");

    // Escapes and bytes that are no Unicode are noticed when a text is asked for.
    private string Unicode(Func<string> read)
    {
        try
        {
            string text = read();
            return text.Any(char.IsControl) ? throw Fault("a text holds control characters") : text;
        }
        catch (InvalidOperationException e)
        {
            throw Fault("the text is no Unicode", e);
        }
    }

    private void Expect(JsonValueKind kind, string what)
    {
        if (Kind != kind)
        {
            throw Fault($"{what} is expected");
        }
    }
}
