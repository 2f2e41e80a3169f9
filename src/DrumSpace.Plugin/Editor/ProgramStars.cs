using System.Text.Json.Nodes;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// The programs that the user starred, by name, for all instances: { "format": 1, "stars": [ NAME, ... ] } in `DrumSpace/stars.json` of the
/// user's data folder.
/// </summary>
/// <remarks>Any thread but the audio thread; <see cref="Set"/> locks, reads and writes the file. Nothing throws for it.</remarks>
/// <param name="path">The file.</param>
/// <param name="log">Receives a line about a damaged file.</param>
internal sealed class ProgramStars(string path, Action<string> log)
{
    private const int Format = 1;
    private const int MaxNameLength = 100;
    private static readonly Lazy<ProgramStars> User = new(() => new ProgramStars(UserFolder.Of("stars.json"), PluginLog.Write));

    private readonly KeptFile _file = new(path, log);
    private readonly Lock _gate = new();
    private Content? _content;

    // Replaced whole: readers on other threads keep what they have.
    private sealed record Content(HashSet<string> Names, int Format, UnknownMembers? Unknown);

    /// <summary>The user's.</summary>
    public static ProgramStars Shared => User.Value;

    /// <summary>The starred names: another object whenever they changed. Allocates when it is first asked for.</summary>
    public IReadOnlySet<string> Names => (Volatile.Read(ref _content) ?? Load()).Names;

    /// <summary>Stars a name, or takes its star. What another process wrote meanwhile is kept.</summary>
    public void Set(string name, bool isStarred)
    {
        lock (_gate)
        {
            Content now = Read();
            HashSet<string> names = [.. now.Names];
            bool isChanged = isStarred ? names.Add(name) : names.Remove(name);
            Volatile.Write(ref _content, now with { Names = names });
            if (isChanged)
            {
                JsonNode?[] items = [.. names.Order(StringComparer.Ordinal).Select(item => JsonValue.Create(item))];
                JsonObject root = new() { ["format"] = now.Format, ["stars"] = new JsonArray(items) };
                _file.Write(KeptJson.Write(root, now.Unknown));
            }
        }
    }

    private static Content Parse(JsonCursor root)
    {
        Dictionary<string, JsonCursor> members =
            root.OfFormat(Format, out int format, out UnknownMembers? unknown).Members(["format", "stars"]);
        return new Content([.. members["stars"].Items().Select(name => name.Text(0, MaxNameLength))], format, unknown);
    }

    private Content Load()
    {
        lock (_gate)
        {
            if (_content == null)
            {
                Volatile.Write(ref _content, Read());
            }

            return _content;
        }
    }

    // A file that is gone or damaged leaves what is known.
    private Content Read() => _file.Read(Parse) ?? _content ?? new Content([], Format, null);
}
