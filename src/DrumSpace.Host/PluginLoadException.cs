namespace DrumSpace.Host;

/// <summary>A plugin's file could not be loaded; the message names the file and the cause.</summary>
public sealed class PluginLoadException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="path">The plugin's file.</param>
    /// <param name="cause">What is wrong with it, as a sentence.</param>
    /// <param name="inner">What the system reported, where it did.</param>
    public PluginLoadException(string path, string cause, Exception? inner = null)
        : base($"{path}: {cause}", inner)
    {
        PluginPath = path;
    }

    /// <summary>The plugin's file.</summary>
    public string PluginPath { get; }
}
