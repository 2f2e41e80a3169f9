using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Presets.Vst2;

namespace DrumSpace.Cli.Commands;

/// <summary>Presets of the plugin in files of any of the three kinds, by the file's extension: `.fxp`, `.fxb` and `.json`.</summary>
internal static class PresetFiles
{
    private const int MaxBytes = 16 << 20;

    /// <summary>Reads a file's presets.</summary>
    /// <exception cref="FormatException">It is of another kind, or damaged; the message names the file and the place.</exception>
    /// <exception cref="IOException">It cannot be read, or is too long.</exception>
    public static IReadOnlyList<UserPreset> Read(string file) => Kind(file) switch
    {
        ".fxp" => [PresetExchange.FromProgram(PresetFile.ReadProgram(BoundedFile.Read(file, MaxBytes), file), file)],
        ".fxb" => PresetExchange.FromBank(PresetFile.ReadBank(BoundedFile.Read(file, MaxBytes), file), file),
        ".json" => [PresetFolder.Read(file)],
        _ => throw new FormatException($"{file}: a preset's file ends in .fxp, .fxb or .json."),
    };

    /// <summary>Writes presets: a bank takes several, the others one; a folder a `.json` each.</summary>
    /// <returns>The files written.</returns>
    /// <exception cref="FormatException">The kind is another, or the file does not hold so many.</exception>
    public static IReadOnlyList<string> Write(string target, IReadOnlyList<UserPreset> presets)
    {
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(target))
        {
            if (presets.GroupBy(preset => PresetFolder.FileName(preset.Program.Name)).FirstOrDefault(group => group.Count() > 1) is { } same)
            {
                throw new FormatException($"{Path.Combine(target, same.Key)}: {same.Count()} presets would have this file.");
            }

            PresetFolder folder = new(target);
            return [.. presets.Select(folder.Write)];
        }

        string kind = Kind(target);
        if (kind is not (".fxp" or ".fxb" or ".json"))
        {
            throw new FormatException($"{target}: a preset's file ends in .fxp, .fxb or .json, and a folder's name in a slash.");
        }

        if (kind != ".fxb" && presets.Count != 1)
        {
            throw new FormatException($"{target}: it holds one preset, and there are {presets.Count}: choose one by --program.");
        }

        File.WriteAllBytes(target, kind switch
        {
            ".fxp" => PresetFile.Write(PresetExchange.ToProgram(presets[0])),
            ".fxb" => PresetFile.Write(PresetExchange.ToBank(presets)),
            _ => PresetJson.Write(presets[0]),
        });
        return [target];
    }

    private static string Kind(string file) => Path.GetExtension(file).ToLowerInvariant();
}
