using System.Globalization;
using System.Text;
using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Kits;

/// <summary>
/// A kit map as a file: { "format": 1, "name": TEXT, "text": up to 7 ASCII characters, "source": TEXT, "notes": { VOICE ID: 0 to 127, ...
/// }, "reads": { "NOTE": VOICE ID, ... } }. Only format, name and notes must be there; the ids are those of the parameters ("kick",
/// "closed-hat", ...). "reads" are further notes that mean a voice when they come in. Any thread but the audio thread.
/// </summary>
internal static class KitFile
{
    /// <summary>The longest name in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 64;

    private const int Format = 1;
    private const int MaxTextLength = 7;
    private const int MaxSourceLength = 1000;
    private const int MaxNote = 127;

    /// <summary>Reads a map.</summary>
    /// <param name="file">The file's name, for the error.</param>
    /// <param name="utf8">Its bytes, from anywhere.</param>
    /// <returns>The map, and its short text where it has one.</returns>
    /// <exception cref="UserFileException">It is no kit map; the message names the file and the place.</exception>
    public static (KitMap Map, string? Text) Parse(string file, ReadOnlyMemory<byte> utf8)
    {
        Dictionary<string, JsonCursor> members = JsonCursor.Parse(utf8, file).OfFormat(Format, out _, out _)
            .Members(["format", "name", "notes"], "text", "source", "reads");
        JsonCursor name = members["name"];
        string text = name.Text(1, MaxNameBytes);
        if (Encoding.UTF8.GetByteCount(text) > MaxNameBytes)
        {
            throw name.Error($"a name has 1 to {MaxNameBytes} bytes of UTF-8");
        }

        string? shortText = members.TryGetValue("text", out JsonCursor cursor) ? cursor.Text(1, MaxTextLength) : null;
        if (shortText?.All(char.IsAscii) == false)
        {
            throw cursor.Error("a short text has ASCII characters alone");
        }

        if (members.TryGetValue("source", out JsonCursor source))
        {
            source.Text(0, MaxSourceLength);
        }

        Dictionary<byte, Voice> reads = members.TryGetValue("reads", out JsonCursor more) ? ReadFurther(more) : [];
        return (new KitMap(text, ReadNotes(members["notes"]), reads), shortText);
    }

    private static Dictionary<Voice, byte> ReadNotes(JsonCursor cursor)
    {
        Dictionary<Voice, byte> notes = [];
        foreach ((string id, JsonCursor value) in cursor.Members())
        {
            if (VoiceNames.TryFind(id, out Voice voice))
            {
                notes[voice] = (byte)value.Whole(0, MaxNote);
            }
            else
            {
                value.Refuse("there is no such voice");
            }
        }

        return notes.Count > 0 ? notes : throw cursor.Error("there is no voice");
    }

    private static Dictionary<byte, Voice> ReadFurther(JsonCursor cursor)
    {
        Dictionary<byte, Voice> reads = [];
        foreach ((string name, JsonCursor value) in cursor.Members())
        {
            if (!byte.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out byte note) || note > MaxNote)
            {
                value.Refuse($"it is no note of 0 to {MaxNote}");
            }
            else if (value.Kind == JsonValueKind.String && VoiceNames.TryFind(value.Text(0, MaxSourceLength), out Voice voice))
            {
                reads[note] = voice;
            }
            else
            {
                value.Refuse("there is no such voice");
            }
        }

        return reads;
    }
}
