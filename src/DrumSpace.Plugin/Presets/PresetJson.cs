using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// A preset as a JSON file that people can read and write:
/// <code>
/// { "format": 1, "name": TEXT, "genre": TEXT, "author": TEXT, "model": TEXT, "fingerprint": 64 HEX DIGITS,
///   "values": { PARAMETER ID: VALUE, ... }, "slots": { NUMBER: { "knobs": [4 of 0 to 1], "seed": NUMBER, "locks": ... }, ... },
///   "locks": { VOICE: { "threshold": 0 to 1, "hits": 32 of "x" and "-", "probabilities": [32 of 0 to 1] }, ... } }
/// </code>
/// All but format, name and values may be left out. Comments are allowed. Unknown members are refused, because they are typing errors,
/// except where the format is a newer one: then they are written again as they came. What is written reads back to the last bit.
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
    /// <exception cref="UserFileException">It is no preset.</exception>
    public static UserPreset Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        JsonCursor root = JsonCursor.Parse(utf8, file).OfFormat(Format, out int format, out UnknownMembers? unknown);
        Dictionary<string, JsonCursor> members =
            root.Members(["format", "name", "values"], "genre", "author", "model", "fingerprint", "slots", "locks");
        string genre = Find("genre")?.Text(0, UserPreset.MaxTextLength) ?? "";
        PluginProgram program = new(ProgramJson.ReadName(members["name"])) { Genre = genre };
        ProgramJson.ReadValues(members["values"], program);
        return new UserPreset(program)
        {
            Genre = genre,
            Author = Find("author")?.Text(0, UserPreset.MaxTextLength) ?? "",
            Model = Find("model")?.Text(1, UserPreset.MaxTextLength),
            Fingerprint = Find("fingerprint") is { } fingerprint ? ReadFingerprint(fingerprint) : null,
            Slots = SlotsJson.Read(members),
            Unknown = unknown == null ? null : (format, unknown),
        };

        JsonCursor? Find(string name) => members.TryGetValue(name, out JsonCursor value) ? value : null;
    }

    /// <summary>Writes a preset: UTF-8, the same bytes for the same preset.</summary>
    public static byte[] Write(UserPreset preset)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", preset.Unknown?.Format ?? (preset.Program.Unknown.Count > 0 ? Format + 1 : Format));
            writer.WriteString("name", preset.Program.Name);
            WriteText(writer, "genre", preset.Genre);
            WriteText(writer, "author", preset.Author);
            WriteText(writer, "model", preset.Model);
            WriteText(writer, "fingerprint", preset.Fingerprint);
            ProgramJson.WriteValues(writer, preset.Program);
            if (preset.Slots != null)
            {
                SlotsJson.Write(writer, preset.Slots);
            }

            writer.WriteEndObject();
        }

        byte[] known = stream.ToArray();
        return [.. preset.Unknown is { Members: var unknown } ? Merge(known, unknown) : known, (byte)'\n'];
    }

    private static byte[] Merge(byte[] known, UnknownMembers unknown)
    {
        JsonObject root = JsonNode.Parse(known)!.AsObject();
        unknown.MergeInto(root);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            root.WriteTo(writer);
        }

        return stream.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    private static string ReadFingerprint(JsonCursor cursor)
    {
        string digits = cursor.Text(FingerprintDigits, FingerprintDigits);
        return digits.All(char.IsAsciiHexDigitLower) ? digits : throw cursor.Error("a fingerprint is 64 lower-case hexadecimal digits");
    }
}
