using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Editor.Model;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// How the user likes the window, for all instances: { "format": 1, "zoom": 0.75 to 3, "light": SWITCH, "clipBars": 1 to 64,
/// "trackPerVoice": SWITCH, "keys": SWITCH } in `DrumSpace/window.json` of the user's folder of settings. All but the
/// format may be left out.
/// </summary>
/// <remarks>Any thread but the audio thread; the first read and each change lock. Nothing throws because of the file.</remarks>
/// <param name="path">The file: read once, written when something changed; null for none.</param>
/// <param name="log">Receives a line about a damaged file.</param>
internal sealed class WindowPreferences(string? path, Action<string> log)
{
    private const int Format = 1;
    private const int MaxClipBars = 64;
    private const int ZoomDigits = 3;
    private static readonly Lazy<WindowPreferences> User =
        new(() => new WindowPreferences(UserFolder.ConfigOf("window.json"), PluginLog.Write));

    private readonly KeptFile? _file = path == null ? null : new(path, log);
    private readonly Lock _gate = new();
    private Content? _content;

    private sealed record Content(EditorPreferences Preferences, int Format, UnknownMembers? Unknown);

    /// <summary>The user's.</summary>
    public static WindowPreferences Shared => User.Value;

    /// <summary>The preferences. Values beyond their ranges are limited.</summary>
    public EditorPreferences Current
    {
        get => (Volatile.Read(ref _content) ?? Load()).Preferences;
        set
        {
            EditorPreferences limited = Limit(value);
            lock (_gate)
            {
                Content now = _content ?? Read();
                Volatile.Write(ref _content, now with { Preferences = limited });
                if (limited != now.Preferences)
                {
                    _file?.Write(Write(_content!));
                }
            }
        }
    }

    private static EditorPreferences Limit(EditorPreferences value) => value with
    {
        Zoom = value.Zoom is { } zoom && double.IsFinite(zoom)
            ? Math.Round(Math.Clamp(zoom, EditorPreferences.MinZoom, EditorPreferences.MaxZoom), ZoomDigits)
            : null,
        ClipBars = Math.Clamp(value.ClipBars, 1, MaxClipBars),
    };

    private static Content Parse(JsonCursor root)
    {
        Dictionary<string, JsonCursor> members = root.OfFormat(Format, out int format, out UnknownMembers? unknown)
            .Members(["format"], "zoom", "light", "clipBars", "trackPerVoice", "keys");
        EditorPreferences defaults = new();
        return new Content(
            Limit(new EditorPreferences
            {
                Zoom = Find("zoom")?.Within((float)EditorPreferences.MinZoom, (float)EditorPreferences.MaxZoom),
                IsLight = Find("light") is { } light ? Switch(light) : defaults.IsLight,
                ClipBars = Find("clipBars")?.Whole(1, MaxClipBars) ?? defaults.ClipBars,
                HasTrackPerVoice = Find("trackPerVoice") is { } tracks ? Switch(tracks) : defaults.HasTrackPerVoice,
                TakesKeys = Find("keys") is { } keys ? Switch(keys) : defaults.TakesKeys,
            }),
            format,
            unknown);

        JsonCursor? Find(string name) => members.TryGetValue(name, out JsonCursor value) ? value : null;
    }

    private static bool Switch(JsonCursor cursor) => cursor.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw cursor.Error("true or false is expected"),
    };

    private static byte[] Write(Content content)
    {
        EditorPreferences preferences = content.Preferences;
        JsonObject root = new() { ["format"] = content.Format };
        if (preferences.Zoom is { } zoom)
        {
            root["zoom"] = zoom;
        }

        root["light"] = preferences.IsLight;
        root["clipBars"] = preferences.ClipBars;
        root["trackPerVoice"] = preferences.HasTrackPerVoice;
        root["keys"] = preferences.TakesKeys;
        return KeptJson.Write(root, content.Unknown);
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

    private Content Read() => _file?.Read(Parse) ?? new Content(new EditorPreferences(), Format, null);
}
