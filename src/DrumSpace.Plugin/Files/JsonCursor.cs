using System.Globalization;
using System.Text.Json;

namespace DrumSpace.Plugin.Files;

/// <summary>
/// A value in a JSON file that nobody vouches for, and its path: what is asked of it is given, or the error names the path. Where the file
/// is of a newer format than this version knows, unknown members are noted instead of refused.
/// </summary>
internal readonly struct JsonCursor
{
    /// <summary>The longest file that is read: 1 MiB, several times the longest preset.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    private readonly string _file;
    private readonly string[] _path;
    private readonly JsonElement _element;
    private readonly UnknownMembers? _unknown;

    private JsonCursor(string file, string[] path, JsonElement element, UnknownMembers? unknown)
    {
        _file = file;
        _path = path;
        _element = element;
        _unknown = unknown;
    }

    /// <summary>What JSON has there.</summary>
    public JsonValueKind Kind => _element.ValueKind;

    /// <summary>Whether the file is of a newer format than this version knows.</summary>
    public bool IsNewer => _unknown != null;

    /// <summary>Parses a file's text; comments and trailing commas are allowed.</summary>
    /// <exception cref="UserFileException">It is no JSON.</exception>
    public static JsonCursor Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            return new JsonCursor(file, [], document.RootElement.Clone(), null);
        }
        catch (JsonException e)
        {
            // The message quotes the file, line breaks included; an error is one line.
            string where = e.LineNumber is { } line ? $"line {line + 1}" : "";
            string error = e.Message.Split(" LineNumber:")[0].TrimEnd('.').ReplaceLineEndings(" ");
            throw new UserFileException(file, where, $"this is no JSON: {error}", e);
        }
    }

    /// <summary>Reads the member "format" of a file's root.</summary>
    /// <param name="known">The format that this version knows.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="unknown">Where unknown members are noted from now on; null where they are refused, because the format is known.</param>
    /// <returns>The root, to be read on.</returns>
    /// <exception cref="UserFileException">There is none, or it is no format.</exception>
    public JsonCursor OfFormat(int known, out int format, out UnknownMembers? unknown)
    {
        format = Members().FirstOrDefault(member => member.Name == "format").Value is { _file: not null } member
            ? member.Whole(1, int.MaxValue)
            : throw Error("format is missing");
        unknown = format > known ? new UnknownMembers() : null;
        return new JsonCursor(_file, _path, _element, unknown);
    }

    /// <summary>An error here.</summary>
    public UserFileException Error(string problem, Exception? cause = null) =>
        new(_file, "$" + string.Concat(_path.Select(name => name.StartsWith('[') ? name : "." + name)), problem, cause);

    /// <summary>Notes that this version does not know this member.</summary>
    /// <param name="problem">What is wrong with it in a file of a format that this version knows.</param>
    /// <exception cref="UserFileException">The file is of such a format.</exception>
    public void Refuse(string problem) => (_unknown ?? throw Error(problem)).Add(_path, _element);

    /// <summary>The members of an object, in order.</summary>
    /// <exception cref="UserFileException">It is no object, or has a member twice.</exception>
    public IReadOnlyList<(string Name, JsonCursor Value)> Members()
    {
        Expect(JsonValueKind.Object, "an object");
        List<(string, JsonCursor)> members = [];
        HashSet<string> names = [];
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            string name = Unicode(() => member.Name);
            JsonCursor value = At(name, member.Value);
            members.Add(names.Add(name) ? (name, value) : throw value.Error("it is there twice"));
        }

        return members;
    }

    /// <summary>The known members of an object.</summary>
    /// <exception cref="UserFileException">It is no object, or has another member, or not all that it must have.</exception>
    public Dictionary<string, JsonCursor> Members(ReadOnlySpan<string> required, params ReadOnlySpan<string> optional)
    {
        Dictionary<string, JsonCursor> members = [];
        foreach ((string name, JsonCursor value) in Members())
        {
            if (required.Contains(name) || optional.Contains(name))
            {
                members.Add(name, value);
            }
            else
            {
                value.Refuse("this version knows no such field");
            }
        }

        foreach (string name in required)
        {
            if (!members.ContainsKey(name))
            {
                throw Error($"{name} is missing");
            }
        }

        return members;
    }

    /// <summary>The items of a list.</summary>
    /// <exception cref="UserFileException">It is no list.</exception>
    public JsonCursor[] Items()
    {
        Expect(JsonValueKind.Array, "a list");
        JsonCursor list = this;
        return [.. _element.EnumerateArray().Select((item, number) => list.At($"[{number}]", item))];
    }

    /// <summary>A text without control characters.</summary>
    /// <exception cref="UserFileException">It is none, or not as long as it has to be.</exception>
    public string Text(int shortest, int longest)
    {
        Expect(JsonValueKind.String, "a text");
        JsonElement value = _element;
        string text = Unicode(() => value.GetString()!);
        return text.Length >= shortest && text.Length <= longest
            ? text
            : throw Error($"a text here has {shortest} to {longest} characters");
    }

    /// <summary>A normalized value.</summary>
    /// <exception cref="UserFileException">It is no number of 0 to 1.</exception>
    public float Normalized() => Within(0, 1);

    /// <summary>A number of a range, its bounds included.</summary>
    /// <exception cref="UserFileException">It is none.</exception>
    public float Within(float low, float high) =>
        Kind == JsonValueKind.Number && _element.TryGetSingle(out float value) && value >= low && value <= high
            ? value
            : throw Error(string.Create(CultureInfo.InvariantCulture, $"it is no number of {low} to {high}"));

    /// <summary>A whole number of a range, its bounds included.</summary>
    /// <exception cref="UserFileException">It is none.</exception>
    public int Whole(int lowest, int highest) =>
        Kind == JsonValueKind.Number && _element.TryGetInt32(out int number) && number >= lowest && number <= highest
            ? number
            : throw Error($"it is no whole number of {lowest} to {highest}");

    private JsonCursor At(string name, JsonElement element) => new(_file, [.. _path, name], element, _unknown);

    // Escapes and bytes that are no Unicode are noticed when a text is asked for.
    private string Unicode(Func<string> read)
    {
        try
        {
            string text = read();
            return text.Any(char.IsControl) ? throw Error("a text holds control characters") : text;
        }
        catch (InvalidOperationException e)
        {
            throw Error("the text is no Unicode", e);
        }
    }

    private void Expect(JsonValueKind kind, string what)
    {
        if (Kind != kind)
        {
            throw Error($"{what} is expected");
        }
    }
}
