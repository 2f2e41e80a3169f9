using System.Text.Encodings.Web;
using System.Text.Json;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// A preset as a JSON file that people can read and write:
/// <code>
/// { "format": 1, "name": TEXT, "genre": TEXT, "author": TEXT, "model": TEXT, "fingerprint": 64 HEX DIGITS,
///   "values": { PARAMETER ID: VALUE, ... }, "slots": { NUMBER: { "knobs": [4 of 0 to 1], "seed": NUMBER, "locks": ... }, ... },
///   "locks": { VOICE: { "threshold": 0 to 1, "hits": 32 of "x" and "-", "probabilities": [32 of 0 to 1] }, ... } }
/// </code>
/// All but format, name and values may be left out. Comments are stood, unknown fields are not: they would be lost. What is written reads
/// back to the last bit.
/// </summary>
public static class PresetJson
{
    private const int Format = 1;
    private const int FingerprintDigits = 64;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // The file is for people and never part of a page: an "ü" stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a preset.</summary>
    /// <param name="utf8">The file's bytes, from anywhere.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="PresetException">It is no preset that this version knows whole.</exception>
    public static UserPreset Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        JsonPlace root = JsonPlace.Parse(utf8, file);
        Dictionary<string, JsonPlace> fields =
            root.Fields("format", "name", "genre", "author", "model", "fingerprint", "values", "slots", "locks");
        if (!fields.TryGetValue("format", out JsonPlace format) || !fields.TryGetValue("name", out JsonPlace name)
            || !fields.TryGetValue("values", out JsonPlace values))
        {
            throw root.Fault("a preset has a format, a name and values");
        }

        format.Whole(Format, Format);
        PluginProgram program = new(ProgramJson.ReadName(name));
        ProgramJson.ReadValues(values, program);
        PatternSlots? memory = fields.ContainsKey("slots") || fields.ContainsKey("locks") ? MemoryJson.Read(Find("slots"), Find("locks")) : null;
        return new UserPreset(program)
        {
            Genre = Find("genre")?.Text(0, UserPreset.MaxTextLength) ?? "",
            Author = Find("author")?.Text(0, UserPreset.MaxTextLength) ?? "",
            Model = Find("model")?.Text(1, UserPreset.MaxTextLength),
            Fingerprint = Find("fingerprint") is { } fingerprint ? ReadFingerprint(fingerprint) : null,
            Memory = memory,
        };

        JsonPlace? Find(string field) => fields.TryGetValue(field, out JsonPlace place) ? place : null;
    }

    /// <summary>Writes a preset: UTF-8, the same bytes for the same preset.</summary>
    public static byte[] Write(UserPreset preset)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteString("name", preset.Program.Name);
            WriteText(writer, "genre", preset.Genre);
            WriteText(writer, "author", preset.Author);
            WriteText(writer, "model", preset.Model);
            WriteText(writer, "fingerprint", preset.Fingerprint);
            ProgramJson.WriteValues(writer, preset.Program);
            if (preset.Memory != null)
            {
                MemoryJson.Write(writer, preset.Memory);
            }

            writer.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    private static string ReadFingerprint(JsonPlace place)
    {
        string digits = place.Text(FingerprintDigits, FingerprintDigits);
        return digits.All(char.IsAsciiHexDigitLower) ? digits : throw place.Fault("a fingerprint is 64 lower-case hexadecimal digits");
    }
}
