using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Presets.Vst2;

/// <summary>
/// One program as VST2 hosts keep it in an `.fxp` file: the plugin's own chunk if it has <see cref="EffectFlags.ProgramChunks"/>, else a
/// value per parameter.
/// </summary>
/// <param name="UniqueId">The plugin's <see cref="AEffect.UniqueId"/>.</param>
/// <param name="PluginVersion">The plugin's version in its own numbering.</param>
/// <param name="Name">The program's name; 27 bytes of it are kept.</param>
/// <param name="Chunk">The plugin's own bytes; null if there are values.</param>
/// <param name="Values">The parameters' values by index; null if there is a chunk.</param>
/// <param name="ParameterCount">The number of parameters; with a chunk, what the host wrote.</param>
public sealed record PresetProgram(int UniqueId, int PluginVersion, string Name, byte[]? Chunk, float[]? Values, int ParameterCount);
