using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Presets.Vst2;

/// <summary>All programs of a plugin as VST2 hosts keep them in an `.fxb` file: either the plugin's own chunk, or the programs.</summary>
/// <param name="UniqueId">The plugin's <see cref="AEffect.UniqueId"/>.</param>
/// <param name="PluginVersion">The plugin's version in its own numbering.</param>
/// <param name="Current">The index of the current program; null if the file's format does not contain it.</param>
/// <param name="Chunk">The plugin's own bytes; null if there are programs.</param>
/// <param name="Programs">The programs, each with values; null if there is a chunk.</param>
/// <param name="ProgramCount">The number of programs; with a chunk, what the host wrote.</param>
public sealed record PresetBank(
    int UniqueId, int PluginVersion, int? Current, byte[]? Chunk, IReadOnlyList<PresetProgram>? Programs, int ProgramCount);
