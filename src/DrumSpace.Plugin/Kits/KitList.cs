using System.Reflection;
using System.Text;
using DrumSpace.Midi.Files;
using DrumSpace.Music;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Kits;

/// <summary>
/// The kit maps that the parameter Kit Map chooses from, by index: first the built-in ones, whose indices never change, then the user's own
/// by the names of their files. These are in the folder `kits` beside the library, or in the one that DRUMSPACE_KITS names instead, and in
/// `DrumSpace/kits` in the user's data folder.
/// </summary>
/// <remarks>Made once a process, and immutable: the audio thread may read it.</remarks>
public sealed class KitList
{
    /// <summary>The number of indices.</summary>
    public const int Capacity = 24;

    private const string FolderVariable = "DRUMSPACE_KITS";

    // In the order of their indices.
    private static readonly string[] BuiltIn =
    [
        "general-midi", "v-drums", "superior-drummer-3", "ezdrummer", "addictive-drums-2", "steven-slate-drums-5", "mt-power-drum-kit-2",
        "ggd-modern-and-massive", "spitfire-labs", "hydrogen-gmrockkit", "avl-drumkits", "drs-kit", "korg-volca-beats", "arturia-drumbrute",
    ];

    private static readonly Lazy<KitList> Process = new(() => new KitList(ContentFolders.Find(FolderVariable, "kits"), PluginLog.Write));

    private readonly KitMap?[] _maps = new KitMap?[Capacity];
    private readonly string?[] _texts = new string?[Capacity];
    private readonly string?[] _files = new string?[Capacity];

    /// <summary>Reads the maps.</summary>
    /// <param name="folders">Folders of the user's own; those that are missing are passed over.</param>
    /// <param name="log">Told in a line of each file that is left out, and of each voice that a file of the user's lacks.</param>
    internal KitList(IReadOnlyList<string> folders, Action<string> log)
    {
        for (int index = 0; index < BuiltIn.Length; index++)
        {
            string file = $"kits/{BuiltIn[index]}.json";
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
            byte[] utf8 = new byte[stream.Length];
            stream.ReadExactly(utf8);
            (_maps[index], _texts[index]) = KitFile.Parse(file, utf8);
            _files[index] = BuiltIn[index];
        }

        int next = BuiltIn.Length;
        foreach (string file in folders.SelectMany(folder => FolderListing.Of(folder, "*.json", log)))
        {
            next += TryAdd(file, next, log) ? 1 : 0;
        }
    }

    /// <summary>The process's list.</summary>
    public static KitList Shared => Process.Value;

    /// <summary>The number of built-in maps, which have the first indices.</summary>
    public static int BuiltInCount => BuiltIn.Length;

    /// <summary>The map at an index; null where there is none.</summary>
    /// <param name="index">0 to <see cref="Capacity"/> - 1.</param>
    public KitMap? this[int index] => _maps[index];

    /// <summary>The text of a map in at most 7 ASCII characters; null where there is none.</summary>
    /// <param name="index">0 to <see cref="Capacity"/> - 1.</param>
    public string? TextOf(int index) => _texts[index];

    /// <summary>The names of all maps, in order.</summary>
    public IEnumerable<string> Names => _maps.OfType<KitMap>().Select(map => map.Name);

    /// <summary>Finds a map by its name, its short text or its file's name without extension; case does not matter.</summary>
    /// <returns>The map; null when there is none.</returns>
    public KitMap? Find(string name)
    {
        int index = Array.FindIndex(_maps, map => name.Equals(map?.Name, StringComparison.OrdinalIgnoreCase));
        index = index >= 0 ? index : Array.FindIndex(_texts, text => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        index = index >= 0 ? index : Array.FindIndex(_files, file => name.Equals(file, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : _maps[index];
    }

    /// <summary>Finds a map again.</summary>
    /// <param name="map">A map from elsewhere.</param>
    /// <returns>The index of the one that does the same under the same name; -1 for none.</returns>
    public int IndexOf(KitMap map) => Array.FindIndex(_maps, other => other?.Matches(map) == true);

    /// <summary>The first index without a map; -1 for none.</summary>
    public int FirstEmpty => Array.IndexOf(_maps, null);

    private bool TryAdd(string file, int index, Action<string> log)
    {
        if (index == Capacity)
        {
            log($"{file}: the kit map is left out, because all {Capacity} places are taken.");
            return false;
        }

        try
        {
            (KitMap map, string? text) = KitFile.Parse(file, BoundedFile.Read(file, JsonCursor.MaxBytes));
            _maps[index] = map;
            _files[index] = Path.GetFileNameWithoutExtension(file);
            _texts[index] = ModelText.Shorten(text ?? map.Name, index, _texts[..index].Select(other => other ?? "-"));
            if (map.MissingVoices != 0)
            {
                log($"{file}: {StandIns(map)}.");
            }

            return true;
        }
        catch (Exception e) when (e is UserFileException or IOException or UnauthorizedAccessException)
        {
            log(e is UserFileException ? $"{e.Message} The kit map is left out." : $"{file}: the kit map is left out: {e.Message}");
            return false;
        }
    }

    private static string StandIns(KitMap map)
    {
        StringBuilder text = new();
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((map.MissingVoices >> voice & 1) != 0)
            {
                string by = map.SubstituteOf((Voice)voice) is { } near ? VoiceNames.All[(int)near].Id : "General MIDI";
                text.Append(text.Length == 0 ? "" : ", ").Append($"{VoiceNames.All[voice].Id} is lacking and plays the note of {by}");
            }
        }

        return text.ToString();
    }
}
