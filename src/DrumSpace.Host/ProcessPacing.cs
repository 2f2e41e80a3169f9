namespace DrumSpace.Host;

/// <summary>How fast blocks follow each other; plugins learn it by the VST2 process level or CLAP's render mode.</summary>
public enum ProcessPacing
{
    /// <summary>As fast as possible; the plugin may take its time.</summary>
    Offline,

    /// <summary>In real time; the plugin must not wait.</summary>
    RealTime,
}
