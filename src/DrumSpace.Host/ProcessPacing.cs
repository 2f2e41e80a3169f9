namespace DrumSpace.Host;

/// <summary>How a plugin's blocks follow each other; also what the plugin is told of it (the VST2 process level).</summary>
public enum ProcessPacing
{
    /// <summary>As fast as the machine can; the plugin may take its time.</summary>
    Offline,

    /// <summary>Block by block with the clock; the plugin must not wait.</summary>
    RealTime,
}
