using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Presets;

/// <summary>
/// The folder of the musician's presets: `DrumSpace/presets` in the user's data folder ($XDG_DATA_HOME, else ~/.local/share; on Windows
/// %APPDATA%), or the folder that DRUMSPACE_PRESETS names. One file a preset, `NAME.json`. Those that are there when the library is loaded
/// follow the factory's programs in every instance, in the order of their files' names.
/// </summary>
/// <remarks>Any thread but the audio thread and the decode worker.</remarks>
public sealed class PresetFolder(string path)
{
    private const string FolderVariable = "DRUMSPACE_PRESETS";
    private const string Extension = ".json";
    private static readonly Lazy<PluginProgram[]> AtLoad =
        new(() => new PresetFolder(UserPath()).ReadPrograms(PluginLog.Write));

    /// <summary>The musician's folder.</summary>
    public static PresetFolder User => new(UserPath());

    /// <summary>The folder's path.</summary>
    public string Path { get; } = path;

    /// <summary>The programs of the presets that were there when the first instance was made.</summary>
    internal static IReadOnlyList<PluginProgram> Programs => AtLoad.Value;

    /// <summary>Reads all presets of the folder; a folder that is not there has none.</summary>
    /// <param name="log">Told of each file that is no preset; the others are read all the same.</param>
    /// <returns>The files and what is in them, in the order of their names.</returns>
    public IReadOnlyList<(string File, UserPreset Preset)> Read(Action<string> log)
    {
        List<(string, UserPreset)> presets = [];
        foreach (string file in FolderListing.Of(Path, "*" + Extension, log))
        {
            try
            {
                presets.Add((file, Read(file)));
            }
            catch (UserFileException e)
            {
                log($"{e.Message} The preset is left out.");
            }
        }

        return presets;
    }

    /// <summary>Reads the programs of all presets that have a place in a bank.</summary>
    /// <param name="log">Told of each file that is no preset, and of presets that have no place.</param>
    internal PluginProgram[] ReadPrograms(Action<string> log)
    {
        IReadOnlyList<(string File, UserPreset Preset)> presets = Read(log);
        if (presets.Count > ProgramBank.MaxOwn)
        {
            log($"{presets[ProgramBank.MaxOwn].File}: this preset and those after it ({presets.Count - ProgramBank.MaxOwn} in all) are "
                + $"no programs, because there are {ProgramBank.MaxCount} already.");
        }

        return [.. presets.Take(ProgramBank.MaxOwn).Select(preset => preset.Preset.Program)];
    }

    /// <summary>Reads one preset.</summary>
    /// <exception cref="UserFileException">It cannot be read, or is none.</exception>
    public static UserPreset Read(string file)
    {
        try
        {
            return PresetJson.Parse(BoundedFile.Read(file, JsonCursor.MaxBytes), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserFileException(file, "", "it cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>
    /// Keeps a preset under its name, in the place of one that had it before. Where another's file has that name, it gets a number. The
    /// file is there whole or not at all.
    /// </summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="UserFileException">It cannot be written.</exception>
    public string Write(UserPreset preset)
    {
        string file = FileOf(preset.Program.Name);
        try
        {
            Directory.CreateDirectory(Path);
            AtomicFile.Write(file, PresetJson.Write(preset));
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserFileException(file, "", "it cannot be written: " + e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>The file's name for a preset's: what some system does not stand in names becomes "_".</summary>
    public static string FileName(string name)
    {
        string kept = string.Concat(name.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c) ? '_' : c)).Trim().TrimEnd('.');
        return (kept.Length == 0 || kept[0] == '.' ? "_" + kept : kept) + Extension;
    }

    // Names that differ may have one file name; a file that is no preset is another's too.
    private string FileOf(string name)
    {
        string first = System.IO.Path.Combine(Path, FileName(name));
        string file = first;
        for (int number = 2; System.IO.Path.Exists(file) && !HasName(file, name); number++)
        {
            file = $"{first[..^Extension.Length]} ({number}){Extension}";
        }

        return file;
    }

    private static bool HasName(string file, string name)
    {
        try
        {
            return Read(file).Program.Name == name;
        }
        catch (UserFileException)
        {
            return false;
        }
    }

    private static string UserPath()
    {
        string? named = Environment.GetEnvironmentVariable(FolderVariable);
        return string.IsNullOrEmpty(named) ? UserFolder.Of("presets") : named;
    }
}
