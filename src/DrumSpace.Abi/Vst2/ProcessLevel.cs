namespace DrumSpace.Abi.Vst2;

/// <summary>Answers to <see cref="HostOpcode.GetCurrentProcessLevel"/>.</summary>
public static class ProcessLevel
{
    /// <summary>The host does not say.</summary>
    public const int Unknown = 0;

    /// <summary>The user interface thread.</summary>
    public const int User = 1;

    /// <summary>The audio thread in real time.</summary>
    public const int Realtime = 2;

    /// <summary>A prefetching thread ahead of real time.</summary>
    public const int Prefetch = 3;

    /// <summary>Rendering offline.</summary>
    public const int Offline = 4;
}
