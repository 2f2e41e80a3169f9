using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Host.Live;
using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>
/// A named session: `DrumSpace/sessions/NAME.json` in the user's data folder. Members that this version does not know are kept.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class SessionFile(string path)
{
    private const int Format = 1;
    private const int MaxBytes = 256 << 20;
    private const int MaxNameLength = 100;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Whether it exists.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Whether a name can be a session's: a file's name on every system.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && name.Trim() == name && name[0] != '.' && name[^1] != '.'
        && !name.Any(character => char.IsControl(character) || "/\\:*?\"<>|".Contains(character));

    /// <summary>The user's session of a name.</summary>
    public static SessionFile OfUser(string name) => new(UserFolder.Of(System.IO.Path.Combine("sessions", name + ".json")));

    /// <summary>Reads the session.</summary>
    /// <exception cref="FormatException">The file is damaged; the message names it and the member.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Session Load()
    {
        JsonFields root = Read();
        double tempo = root.Number("tempo") ?? 120;
        IReadOnlyList<double> meter = root.Numbers("meter");
        IReadOnlyList<double> loop = root.Numbers("loop");
        return new Session
        {
            Plugins = [.. root.Objects("plugins").Select(ReadPlugin)],
            Tempo = tempo is >= LiveTransport.MinTempo and <= LiveTransport.MaxTempo ? tempo : throw root.Wrong("tempo", "a tempo"),
            Meter = meter switch
            {
                [] => (4, 4),
                [>= 1 and <= 64 and var beats, 1 or 2 or 4 or 8 or 16 or 32] => ((int)beats, (int)meter[1]),
                _ => throw root.Wrong("meter", "a meter"),
            },
            Loop = loop switch
            {
                [] => null,
                [>= 0 and var start, var end] when end - start >= 0.25 => (start, end),
                _ => throw root.Wrong("loop", "a loop of a 16th or more"),
            },
        };
    }

    /// <summary>Replaces the session.</summary>
    /// <exception cref="FormatException">The file is damaged, and left as it is.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public void Save(Session session)
    {
        JsonObject root = Exists ? Read().Content : [];
        root["format"] = Format;
        root["plugins"] = new JsonArray([.. session.Plugins.Select(WritePlugin)]);
        root["tempo"] = session.Tempo;
        root["meter"] = new JsonArray(session.Meter.Numerator, session.Meter.Denominator);
        root.Remove("loop");
        if (session.Loop is { } loop)
        {
            root["loop"] = new JsonArray(loop.Start, loop.End);
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(root, Indented));
    }

    private static SessionPlugin ReadPlugin(JsonFields plugin)
    {
        string file = plugin.Text("path") ?? throw plugin.Wrong("path", "a text");
        byte[]? state = null;
        if (plugin.Text("state") is { } text)
        {
            state = new byte[text.Length];
            state = Convert.TryFromBase64String(text, state, out int length) ? state[..length] : throw plugin.Wrong("state", "base64");
        }

        return new SessionPlugin(file, plugin.Text("name") ?? System.IO.Path.GetFileName(file), state, plugin.Numbers("values"));
    }

    private static JsonObject WritePlugin(SessionPlugin plugin)
    {
        JsonObject written = new() { ["path"] = plugin.Path, ["name"] = plugin.Name };
        if (plugin.State != null)
        {
            written["state"] = Convert.ToBase64String(plugin.State);
        }
        else
        {
            written["values"] = new JsonArray([.. plugin.Values.Select(value => (JsonNode)value)]);
        }

        return written;
    }

    private JsonFields Read()
    {
        JsonFields root = JsonFields.Parse(path, BoundedFile.Read(path, MaxBytes));
        return root.Number("format") == Format
            ? root
            : throw new FormatException($"{path}: this version of DrumSpace reads sessions of format {Format} alone.");
    }
}
