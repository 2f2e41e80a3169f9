namespace DrumSpace.Host;

/// <summary>A parameter of a loaded plugin; its properties ask the plugin each time.</summary>
/// <remarks><see cref="Value"/> may be used from any thread and does not allocate; the texts are for the main thread.</remarks>
public abstract class PluginParameter
{
    internal PluginParameter(int index) => Index = index;

    /// <summary>The index, from 0.</summary>
    public int Index { get; }

    /// <summary>The name, trimmed.</summary>
    public abstract string Name { get; }

    /// <summary>The unit, for example "dB"; empty if there is none, or in formats whose <see cref="Display"/> contains it.</summary>
    public abstract string Label { get; }

    /// <summary>The value as text.</summary>
    public abstract string Display { get; }

    /// <summary>The value, 0 to 1.</summary>
    public abstract float Value { get; set; }

    /// <summary>Whether a host may automate the parameter.</summary>
    public abstract bool CanBeAutomated { get; }

    /// <summary>Sets the value from a text.</summary>
    /// <param name="text">A value as a musician writes it.</param>
    /// <returns>Whether the plugin could parse it.</returns>
    public abstract bool TrySetText(string text);
}
