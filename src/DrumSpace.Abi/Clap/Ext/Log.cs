using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_log_severity: how severe a log message is.</summary>
public enum ClapLogSeverity
{
    /// <summary>Of use for debugging.</summary>
    Debug = 0,

    /// <summary>Of general interest.</summary>
    Info = 1,

    /// <summary>Something unexpected that was handled.</summary>
    Warning = 2,

    /// <summary>An operation failed.</summary>
    Error = 3,

    /// <summary>The plugin cannot go on.</summary>
    Fatal = 4,

    /// <summary>The host violates the interface.</summary>
    HostMisbehaving = 5,

    /// <summary>The plugin violates the interface.</summary>
    PluginMisbehaving = 6,
}

/// <summary>clap_host_log: the host's log. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostLog
{
    /// <summary>(host, severity, text) Writes a message.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, ClapLogSeverity, byte*, void> Log;
}
