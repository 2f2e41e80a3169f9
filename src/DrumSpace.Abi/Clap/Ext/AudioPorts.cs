using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_audio_port_info: an audio port.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapAudioPortInfo
{
    /// <summary>The value of <see cref="InPlacePair"/> without a pair.</summary>
    public const uint NoPair = uint.MaxValue;

    /// <summary>The flag of the main port, which must have index 0.</summary>
    public const uint IsMain = 1;

    /// <summary>The id; must never change.</summary>
    public uint Id;

    /// <summary>The name as null-terminated UTF-8.</summary>
    public fixed byte Name[ClapParamInfo.NameSize];

    /// <summary><see cref="IsMain"/>, and flags of 64-bit audio.</summary>
    public uint Flags;

    /// <summary>The number of channels.</summary>
    public uint ChannelCount;

    /// <summary>The channels' meaning, for example "mono" or "stereo"; null if unspecified.</summary>
    public byte* PortType;

    /// <summary>The id of the port in the other direction that may share this one's buffers, or <see cref="NoPair"/>.</summary>
    public uint InPlacePair;
}

/// <summary>clap_plugin_audio_ports: a plugin's audio ports. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginAudioPorts
{
    /// <summary>(instance, 1 for inputs) The number of ports.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte, uint> Count;

    /// <summary>(instance, index, 1 for inputs, info) Describes a port; returns 0 if the index is out of range.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, byte, ClapAudioPortInfo*, byte> Get;
}
