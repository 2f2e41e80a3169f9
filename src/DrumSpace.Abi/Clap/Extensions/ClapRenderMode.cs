namespace DrumSpace.Abi.Clap;

/// <summary>How blocks follow each other.</summary>
public enum ClapRenderMode
{
    /// <summary>With the clock.</summary>
    RealTime = 0,

    /// <summary>As they are done; the plugin may take its time.</summary>
    Offline = 1,
}
