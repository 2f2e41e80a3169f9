using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Presets.Vst2;

namespace DrumSpace.Cli.Commands;

/// <summary>Reads and writes the plugin's presets, in the format of the file's extension: `.fxp`, `.fxb` or `.json`.</summary>
internal static class PresetFiles
{
    private const int MaxBytes = 16 << 20;

    /// <summary>Reads a file's presets.</summary>
    /// <exception cref="FormatException">It has another extension or is invalid; the message names file and position.</exception>
    /// <exception cref="IOException">It cannot be read, or is too long.</exception>
    public static IReadOnlyList<UserPreset> Read(string file) => Kind(file) switch
    {
        ".fxp" => [PresetExchange.FromProgram(PresetFile.ReadProgram(BoundedFile.Read(file, MaxBytes), file), file)],
        ".fxb" => PresetExchange.FromBank(PresetFile.ReadBank(BoundedFile.Read(file, MaxBytes), file), file),
        ".json" => [PresetFolder.Read(file)],
        _ => throw new FormatException($"{file}: preset files end in .fxp, .fxb or .json."),
    };

    /// <summary>Writes presets: several to a bank or a folder of `.json` files, one to other files.</summary>
    /// <returns>The files written.</returns>
    /// <exception cref="FormatException">The file has another extension, or cannot hold so many.</exception>
    public static IReadOnlyList<string> Write(string target, IReadOnlyList<UserPreset> presets)
    {
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(target))
        {
            IEnumerable<IGrouping<string, UserPreset>> files = presets.GroupBy(preset => PresetFolder.FileName(preset.Program.Name));
            if (files.FirstOrDefault(group => group.Count() > 1) is { } same)
            {
                throw new FormatException($"{Path.Combine(target, same.Key)}: {same.Count()} presets have this file name.");
            }

            PresetFolder folder = new(target);
            return [.. presets.Select(folder.Write)];
        }

        string kind = Kind(target);
        if (kind is not (".fxp" or ".fxb" or ".json"))
        {
            throw new FormatException($"{target}: preset files end in .fxp, .fxb or .json, and folders in a slash.");
        }

        if (kind != ".fxb" && presets.Count != 1)
        {
            throw new FormatException($"{target}: it holds one preset, but there are {presets.Count}: choose one by --program.");
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
