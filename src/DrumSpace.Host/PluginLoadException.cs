namespace DrumSpace.Host;

/// <summary>A plugin could not be loaded; the message names the file and the cause.</summary>
/// <param name="path">The plugin's file.</param>
/// <param name="cause">The cause, as a sentence.</param>
/// <param name="inner">The system's own exception, if there is one.</param>
public sealed class PluginLoadException(string path, string cause, Exception? inner = null) : Exception($"{path}: {cause}", inner);
