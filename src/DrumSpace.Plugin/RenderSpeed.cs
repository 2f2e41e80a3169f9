namespace DrumSpace.Plugin;

/// <summary>How fast the host processes, and how the plugin knows.</summary>
public enum RenderSpeed
{
    /// <summary>In real time.</summary>
    RealTime,

    /// <summary>
    /// Offline by the clock alone, which may be wrong. Patterns are decoded on the audio thread, so that an export does not depend on how
    /// busy another thread is; nothing is loaded and nothing waited for.
    /// </summary>
    AssumedOffline,

    /// <summary>Offline, because the host says so: the audio thread may load and wait, so that two renders are the same.</summary>
    Offline,
}
