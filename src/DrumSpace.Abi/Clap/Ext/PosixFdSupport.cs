using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_posix_fd_flags_t: what a file is ready for.</summary>
[Flags]
public enum ClapPosixFdFlags : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It can be read.</summary>
    Read = 1 << 0,

    /// <summary>It can be written.</summary>
    Write = 1 << 1,

    /// <summary>It has an error.</summary>
    Error = 1 << 2,
}

/// <summary>clap_plugin_posix_fd_support: is told when a file is ready. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginPosixFdSupport
{
    /// <summary>(instance, file, flags) A file is ready.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, int, ClapPosixFdFlags, void> OnFd;
}

/// <summary>clap_host_posix_fd_support: files that the host waits for on the main thread. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostPosixFdSupport
{
    /// <summary>(host, file, flags) Waits for a file; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, int, ClapPosixFdFlags, byte> RegisterFd;

    /// <summary>(host, file, flags) Waits for other flags; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, int, ClapPosixFdFlags, byte> ModifyFd;

    /// <summary>(host, file) Ends it; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, int, byte> UnregisterFd;
}
