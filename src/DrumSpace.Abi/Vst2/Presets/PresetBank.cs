namespace DrumSpace.Abi.Vst2.Presets;

/// <summary>All programs of a plugin as VST2 hosts keep them in an `.fxb` file: either the plugin's own chunk, or the programs.</summary>
/// <param name="UniqueId">The plugin's number, <see cref="AEffect.UniqueId"/>.</param>
/// <param name="PluginVersion">The plugin's version as it numbers it.</param>
/// <param name="Current">The index of the current program; null where the file is of the form that does not tell.</param>
/// <param name="Chunk">The plugin's own bytes; null where there are programs.</param>
/// <param name="Programs">The programs, each with values; null where there is a chunk.</param>
/// <param name="ProgramCount">How many programs the plugin had: the number of programs, or, with a chunk, what the host wrote.</param>
public sealed record PresetBank(
    int UniqueId, int PluginVersion, int? Current, byte[]? Chunk, IReadOnlyList<PresetProgram>? Programs, int ProgramCount);
