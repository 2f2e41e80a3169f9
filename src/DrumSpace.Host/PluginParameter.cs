namespace DrumSpace.Host;

/// <summary>One parameter of a loaded plugin; every property asks the plugin anew.</summary>
/// <remarks><see cref="Value"/> may be used from any thread and does not allocate; the texts are for the main thread.</remarks>
public abstract class PluginParameter
{
    internal PluginParameter(int index) => Index = index;

    /// <summary>The index, from 0.</summary>
    public int Index { get; }

    /// <summary>The name as the plugin writes it, without blanks at its ends.</summary>
    public abstract string Name { get; }

    /// <summary>The unit, for example "dB"; may be empty, and is in formats whose <see cref="Display"/> holds it.</summary>
    public abstract string Label { get; }

    /// <summary>The value as the plugin writes it.</summary>
    public abstract string Display { get; }

    /// <summary>The value, 0 to 1.</summary>
    public abstract float Value { get; set; }

    /// <summary>Whether the plugin says that a host may automate this.</summary>
    public abstract bool CanBeAutomated { get; }

    /// <summary>Sets the value from a text.</summary>
    /// <param name="text">A value as a musician writes it.</param>
    /// <returns>Whether the plugin took it.</returns>
    public abstract bool TrySetText(string text);
}
