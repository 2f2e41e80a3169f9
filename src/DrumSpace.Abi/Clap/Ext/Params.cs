using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_param_info_flags: properties of a parameter.</summary>
[Flags]
public enum ClapParamFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Only whole values.</summary>
    IsStepped = 1 << 0,

    /// <summary>The range wraps, like a phase.</summary>
    IsPeriodic = 1 << 1,

    /// <summary>The host should not show it.</summary>
    IsHidden = 1 << 2,

    /// <summary>The host must not set it.</summary>
    IsReadOnly = 1 << 3,

    /// <summary>It bypasses the plugin: 0 off, 1 on.</summary>
    IsBypass = 1 << 4,

    /// <summary>It can be automated.</summary>
    IsAutomatable = 1 << 5,

    /// <summary>It can be modulated.</summary>
    IsModulatable = 1 << 10,

    /// <summary>While the plugin is active, changes must come in a process call.</summary>
    RequiresProcess = 1 << 15,

    /// <summary>Each of its steps has a name.</summary>
    IsEnum = 1 << 16,
}

/// <summary>clap_param_info: a parameter. Texts are null-terminated UTF-8.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapParamInfo
{
    /// <summary>The size in bytes of <see cref="Name"/> and of every other name in CLAP.</summary>
    public const int NameSize = 256;

    /// <summary>The size in bytes of <see cref="Module"/>.</summary>
    public const int ModuleSize = 1024;

    /// <summary>The id; must never change.</summary>
    public uint Id;

    /// <summary>The parameter's properties.</summary>
    public ClapParamFlags Flags;

    /// <summary>A pointer for the plugin's own use, which the host passes back in events.</summary>
    public void* Cookie;

    /// <summary>The display name.</summary>
    public fixed byte Name[NameSize];

    /// <summary>The group as a path with slashes; may be empty.</summary>
    public fixed byte Module[ModuleSize];

    /// <summary>The lowest value.</summary>
    public double MinValue;

    /// <summary>The highest value.</summary>
    public double MaxValue;

    /// <summary>The default value.</summary>
    public double DefaultValue;
}

/// <summary>clap_plugin_params: a plugin's parameters. Main thread, except for <see cref="Flush"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginParams
{
    /// <summary>(instance) The number of parameters.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint> Count;

    /// <summary>(instance, index, info) Describes a parameter; returns 0 if the index is out of range.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, ClapParamInfo*, byte> GetInfo;

    /// <summary>(instance, id, value) Reads the current value; returns 0 if the id is unknown.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, double*, byte> GetValue;

    /// <summary>(instance, id, value, buffer, size) Formats a value; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, double, byte*, uint, byte> ValueToText;

    /// <summary>(instance, id, text, value) Parses a value; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, byte*, double*, byte> TextToValue;

    /// <summary>(instance, in, out) Exchanges parameter events outside of a block. Audio thread while active, else main thread.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapInputEvents*, ClapOutputEvents*, void> Flush;
}

/// <summary>clap_param_rescan_flags: what has changed of a plugin's parameters.</summary>
[Flags]
public enum ClapParamRescan : uint
{
    /// <summary>Values.</summary>
    Values = 1 << 0,

    /// <summary>The texts of values.</summary>
    Text = 1 << 1,

    /// <summary>Names, groups and properties.</summary>
    Info = 1 << 2,

    /// <summary>Everything; only while inactive.</summary>
    All = 1 << 3,
}

/// <summary>clap_host_params: how a plugin notifies its host of its parameters.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostParams
{
    /// <summary>(host, changes) Main thread: the host must read the parameters again.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, ClapParamRescan, void> Rescan;

    /// <summary>(host, id, flags) Main thread: removes references to a parameter: 1 all, 2 automation, 4 modulation.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, uint, void> Clear;

    /// <summary>(host) Any thread but the audio thread: requests a flush or a block.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestFlush;
}
