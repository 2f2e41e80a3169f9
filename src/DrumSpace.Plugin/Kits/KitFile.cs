using System.Globalization;
using System.Text;
using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Kits;

/// <summary>
/// A kit map as a file: { "format": 1, "name": TEXT, "text": up to 7 ASCII characters, "source": TEXT, "notes": { VOICE ID: 0 to 127, ... },
/// "reads": { "NOTE": VOICE ID, ... } }. Only format, name and notes must be there; the ids are those of the parameters ("kick",
/// "closed-hat", ...). "reads" are further notes that mean a voice when they come in. Any thread but the audio thread.
/// </summary>
internal static class KitFile
{
    /// <summary>The longest file in bytes; no map is anywhere near it.</summary>
    public const int MaxBytes = 65_536;

    /// <summary>The longest name in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 64;

    private const int MaxTextLength = 7;

    /// <summary>Reads a map.</summary>
    /// <param name="file">The file's name, for the error.</param>
    /// <param name="utf8">Its bytes, from anywhere.</param>
    /// <returns>The map, and its short text where it has one.</returns>
    /// <exception cref="InvalidDataException">It is no kit map; the message names the file and the place.</exception>
    public static (KitMap Map, string? Text) Parse(string file, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new InvalidDataException($"{file}: {utf8.Length} bytes are more than the {MaxBytes} that a kit map may have.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            return Read(file, document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"{file}: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: this is no JSON.", e);
        }
        catch (InvalidOperationException e)
        {
            // What a text throws when it is asked for.
            throw new InvalidDataException($"{file}: a text in it is no UTF-8.", e);
        }
    }

    private static (KitMap Map, string? Text) Read(string file, JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, file, "the file", "is no JSON object");
        Dictionary<string, JsonElement> fields = Fields(file, root, "");
        foreach (string field in fields.Keys)
        {
            Require(field is "format" or "name" or "text" or "source" or "notes" or "reads", file, field, "is not known");
        }

        Require(
            fields.TryGetValue("format", out JsonElement format) && TryGetNumber(format, out int number) && number == 1, file, "format", "is not 1, which is what this version reads");
        string name = Text(file, fields, "name") ?? throw new InvalidDataException($"{file}: name: is missing.");
        Require(Encoding.UTF8.GetByteCount(name) is > 0 and <= MaxNameBytes, file, "name", $"has not 1 to {MaxNameBytes} bytes");
        string? text = Text(file, fields, "text");
        Require(text == null || (text.Length is > 0 and <= MaxTextLength && text.All(char.IsAscii)), file, "text", "has not 1 to 7 ASCII characters");
        _ = Text(file, fields, "source");
        Require(fields.ContainsKey("notes"), file, "notes", "is missing");
        return (new KitMap(name, Notes(file, fields["notes"]), Reads(file, fields.GetValueOrDefault("reads"))), text);
    }

    private static Dictionary<Voice, byte> Notes(string file, JsonElement element)
    {
        Dictionary<Voice, byte> notes = [];
        foreach ((string id, JsonElement value) in Fields(file, element, "notes"))
        {
            Require(VoiceNames.TryFind(id, out Voice voice), file, $"notes.{id}", "is no voice");
            bool isNote = TryGetNumber(value, out int note) && note is >= 0 and <= 127;
            Require(isNote, file, $"notes.{id}", "is no note from 0 to 127");
            notes[voice] = (byte)note;
        }

        Require(notes.Count > 0, file, "notes", "has no voice");
        return notes;
    }

    private static Dictionary<byte, Voice> Reads(string file, JsonElement element)
    {
        Dictionary<byte, Voice> reads = [];
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            return reads;
        }

        foreach ((string note, JsonElement value) in Fields(file, element, "reads"))
        {
            bool isNote = byte.TryParse(note, NumberStyles.None, CultureInfo.InvariantCulture, out byte number) && number <= 127;
            Require(isNote, file, $"reads.{note}", "is no note from 0 to 127");
            Voice voice = default;
            bool isVoice = value.ValueKind == JsonValueKind.String && VoiceNames.TryFind(value.GetString()!, out voice);
            Require(isVoice, file, $"reads.{note}", "names no voice");
            reads[number] = voice;
        }

        return reads;
    }

    private static Dictionary<string, JsonElement> Fields(string file, JsonElement element, string place)
    {
        Require(element.ValueKind == JsonValueKind.Object, file, place, "is no JSON object");
        Dictionary<string, JsonElement> fields = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = place.Length == 0 ? property.Name : $"{place}.{property.Name}";
            Require(fields.TryAdd(property.Name, property.Value), file, name, "is there twice");
        }

        return fields;
    }

    private static string? Text(string file, Dictionary<string, JsonElement> fields, string field)
    {
        if (!fields.TryGetValue(field, out JsonElement value))
        {
            return null;
        }

        Require(value.ValueKind == JsonValueKind.String, file, field, "is no text");
        string text = value.GetString()!;
        Require(!text.Any(char.IsControl), file, field, "holds control characters");
        return text;
    }

    private static bool TryGetNumber(JsonElement value, out int number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number);
    }

    private static void Require(bool isMet, string file, string place, string problem)
    {
        if (!isMet)
        {
            // The place may be a name from the file, with anything in it.
            string shown = string.Concat(place.Select(character => char.IsControl(character) ? '?' : character));
            throw new InvalidDataException($"{file}: {shown}: {problem}.");
        }
    }
}
