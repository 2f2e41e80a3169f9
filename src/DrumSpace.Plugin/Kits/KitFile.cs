using System.Globalization;
using System.Text;
using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Kits;

/// <summary>
/// A kit map as a file: { "format": 1, "name": TEXT, "text": up to 7 ASCII characters, "source": TEXT, "notes": { VOICE ID: 0 to 127, ...
/// }, "reads": { "NOTE": VOICE ID, ... }, "channels": { VOICE ID: 1 to 16, ... } }. Only format, name and notes must be there; the ids are
/// those of the parameters ("kick", "closed-hat", ...). "reads" are further notes that mean a voice when they come in, "channels" the MIDI
/// channels of voices that have one of their own. Any thread but the audio thread.
/// </summary>
internal static class KitFile
{
    /// <summary>The longest name in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 64;

    private const int Format = 1;
    private const int MaxTextLength = 7;
    private const int MaxSourceLength = 1000;
    private const int MaxNote = 127;
    private const int Channels = 16;

    /// <summary>Reads a map.</summary>
    /// <param name="file">The file's name, for the error.</param>
    /// <param name="utf8">Its bytes, from anywhere.</param>
    /// <returns>The map, and its short text where it has one.</returns>
    /// <exception cref="UserFileException">It is no kit map; the message names the file and the place.</exception>
    public static (KitMap Map, string? Text) Parse(string file, ReadOnlyMemory<byte> utf8)
    {
        Dictionary<string, JsonCursor> members = JsonCursor.Parse(utf8, file).OfFormat(Format, out _, out _)
            .Members(["format", "name", "notes"], "text", "source", "reads", "channels");
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
        Dictionary<Voice, byte> notes = ReadByVoice(members["notes"], 0, MaxNote);
        if (notes.Count == 0)
        {
            throw members["notes"].Error("there is no voice");
        }

        Dictionary<Voice, byte> channels = members.TryGetValue("channels", out JsonCursor own) ? ReadByVoice(own, 1, Channels) : [];
        return (new KitMap(text, notes, reads, channels), shortText);
    }

    private static Dictionary<Voice, byte> ReadByVoice(JsonCursor cursor, int lowest, int highest)
    {
        Dictionary<Voice, byte> numbers = [];
        foreach ((string id, JsonCursor value) in cursor.Members())
        {
            if (VoiceNames.TryFind(id, out Voice voice))
            {
                numbers[voice] = (byte)value.Whole(lowest, highest);
            }
            else
            {
                value.Refuse("there is no such voice");
            }
        }

        return numbers;
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
