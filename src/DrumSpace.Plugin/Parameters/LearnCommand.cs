namespace DrumSpace.Plugin.Parameters;

/// <summary>What the MIDI learn parameter asks for.</summary>
public enum LearnCommand
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Map the next controller to the parameter touched last.</summary>
    Learn,

    /// <summary>Unmap the controllers of the parameter touched last.</summary>
    Forget,
}
