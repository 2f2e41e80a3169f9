using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_audio_buffer: the channels of one audio port over a block.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapAudioBuffer
{
    /// <summary>The channels as 32-bit floats; null if they are 64-bit.</summary>
    public float** Data32;

    /// <summary>The channels as 64-bit floats; null unless the port supports them.</summary>
    public double** Data64;

    /// <summary>The number of channels.</summary>
    public uint ChannelCount;

    /// <summary>Latency from or to the audio interface in frames.</summary>
    public uint Latency;

    /// <summary>A bit a channel, set if all its frames are equal. Only a hint: the frames are filled either way.</summary>
    public ulong ConstantMask;
}
