using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The description of an audio port.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapAudioPortInfo
{
    /// <summary>What <see cref="InPlacePair"/> is without a partner.</summary>
    public const uint NoPair = uint.MaxValue;

    /// <summary>The flag of the main port, which is the first.</summary>
    public const uint IsMain = 1;

    /// <summary>The id, for ever.</summary>
    public uint Id;

    /// <summary>The name as UTF-8 with a closing zero.</summary>
    public fixed byte Name[ClapParamInfo.NameSize];

    /// <summary><see cref="IsMain"/>, or more that concerns 64-bit audio.</summary>
    public uint Flags;

    /// <summary>The number of channels.</summary>
    public uint ChannelCount;

    /// <summary>"mono", "stereo" or another; null for nothing special.</summary>
    public byte* PortType;

    /// <summary>The port of the other direction that may share this one's buffers; <see cref="NoPair"/> for none.</summary>
    public uint InPlacePair;
}
