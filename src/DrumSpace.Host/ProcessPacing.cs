namespace DrumSpace.Host;

/// <summary>How fast blocks follow each other; plugins learn it by their format's process level or mode.</summary>
public enum ProcessPacing
{
    /// <summary>As fast as possible; the plugin may take its time.</summary>
    Offline,

    /// <summary>In real time; the plugin must not wait.</summary>
    RealTime,
}
