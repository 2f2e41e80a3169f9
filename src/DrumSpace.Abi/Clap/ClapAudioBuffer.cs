using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The channels of one audio port over a block.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapAudioBuffer
{
    /// <summary>The channels as 32-bit floats; null when they are 64-bit.</summary>
    public float** Data32;

    /// <summary>The channels as 64-bit floats; null unless the port said that it takes them.</summary>
    public double** Data64;

    /// <summary>The number of channels.</summary>
    public uint ChannelCount;

    /// <summary>Frames by which the port comes late.</summary>
    public uint Latency;

    /// <summary>A bit a channel: set when all its frames are the same. A hint; the frames are filled in any case.</summary>
    public ulong ConstantMask;
}
