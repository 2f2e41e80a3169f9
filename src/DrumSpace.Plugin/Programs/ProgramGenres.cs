using DrumSpace.Plugin.Presets;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// The genres of programs by name. States do not keep genres: a program has that of the factory's or the musician's own program of its
/// name. Any thread but the audio thread.
/// </summary>
internal static class ProgramGenres
{
    private static readonly Lazy<Dictionary<string, string>> Genres = new(() => Make(
        [.. FactoryPrograms.Make(), .. FactoryPrograms.MakeEssentials(), .. PresetFolder.Programs]));

    /// <summary>The genre of a program; empty for none.</summary>
    public static string Of(PluginProgram program) =>
        program.Genre.Length > 0 ? program.Genre : Genres.Value.GetValueOrDefault(program.Name, "");

    private static Dictionary<string, string> Make(IEnumerable<PluginProgram> programs)
    {
        Dictionary<string, string> genres = [];
        foreach (PluginProgram program in programs)
        {
            genres.TryAdd(program.Name, program.Genre);
        }

        return genres;
    }
}
