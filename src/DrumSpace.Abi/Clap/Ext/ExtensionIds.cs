namespace DrumSpace.Abi.Clap;

/// <summary>The ids of the extensions in this folder, without the null that terminates them in memory.</summary>
public static class ClapExtension
{
    /// <summary><see cref="ClapPluginParams"/> and <see cref="ClapHostParams"/>.</summary>
    public static ReadOnlySpan<byte> Params => "clap.params"u8;

    /// <summary><see cref="ClapPluginState"/>.</summary>
    public static ReadOnlySpan<byte> State => "clap.state"u8;

    /// <summary><see cref="ClapPluginAudioPorts"/>.</summary>
    public static ReadOnlySpan<byte> AudioPorts => "clap.audio-ports"u8;

    /// <summary><see cref="ClapPluginNotePorts"/> and <see cref="ClapHostNotePorts"/>.</summary>
    public static ReadOnlySpan<byte> NotePorts => "clap.note-ports"u8;

    /// <summary><see cref="ClapPluginLatency"/>.</summary>
    public static ReadOnlySpan<byte> Latency => "clap.latency"u8;

    /// <summary><see cref="ClapPluginTail"/>.</summary>
    public static ReadOnlySpan<byte> Tail => "clap.tail"u8;

    /// <summary><see cref="ClapPluginRender"/>.</summary>
    public static ReadOnlySpan<byte> Render => "clap.render"u8;

    /// <summary><see cref="ClapPluginGui"/> and <see cref="ClapHostGui"/>.</summary>
    public static ReadOnlySpan<byte> Gui => "clap.gui"u8;

    /// <summary><see cref="ClapPluginTimerSupport"/> and <see cref="ClapHostTimerSupport"/>.</summary>
    public static ReadOnlySpan<byte> TimerSupport => "clap.timer-support"u8;

    /// <summary><see cref="ClapPluginPosixFdSupport"/> and <see cref="ClapHostPosixFdSupport"/>.</summary>
    public static ReadOnlySpan<byte> PosixFdSupport => "clap.posix-fd-support"u8;

    /// <summary><see cref="ClapHostLog"/>.</summary>
    public static ReadOnlySpan<byte> Log => "clap.log"u8;

    /// <summary><see cref="ClapHostThreadCheck"/>.</summary>
    public static ReadOnlySpan<byte> ThreadCheck => "clap.thread-check"u8;
}
