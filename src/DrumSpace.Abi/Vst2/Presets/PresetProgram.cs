namespace DrumSpace.Abi.Vst2.Presets;

/// <summary>
/// One program as VST2 hosts keep it in an `.fxp` file: either the plugin's own chunk, where the plugin has
/// <see cref="EffectFlags.ProgramChunks"/>, or a value per parameter.
/// </summary>
/// <param name="UniqueId">The plugin's number, <see cref="AEffect.UniqueId"/>.</param>
/// <param name="PluginVersion">The plugin's version as it numbers it.</param>
/// <param name="Name">The program's name; 27 bytes of it fit.</param>
/// <param name="Chunk">The plugin's own bytes; null where there are values.</param>
/// <param name="Values">The parameters' values in their order, as the file has them; null where there is a chunk.</param>
/// <param name="ParameterCount">How many parameters the plugin had: the number of values, or, with a chunk, what the host wrote.</param>
public sealed record PresetProgram(int UniqueId, int PluginVersion, string Name, byte[]? Chunk, float[]? Values, int ParameterCount);
