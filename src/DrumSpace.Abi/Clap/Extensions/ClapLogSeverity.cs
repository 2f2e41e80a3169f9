namespace DrumSpace.Abi.Clap;

/// <summary>How bad a logged event is.</summary>
public enum ClapLogSeverity
{
    /// <summary>For those who search an error.</summary>
    Debug = 0,

    /// <summary>For those who wonder.</summary>
    Info = 1,

    /// <summary>It went on differently than asked for.</summary>
    Warning = 2,

    /// <summary>Something did not work.</summary>
    Error = 3,

    /// <summary>Nothing works any more.</summary>
    Fatal = 4,

    /// <summary>The host does what it must not.</summary>
    HostMisbehaving = 5,

    /// <summary>The plugin does what it must not.</summary>
    PluginMisbehaving = 6,
}
