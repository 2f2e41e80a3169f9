using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A block. Everything it points to is valid until the process call returns.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapProcess
{
    /// <summary>Frames of a clock that never stands still; -1 where the host has none.</summary>
    public long SteadyTime;

    /// <summary>The block's length in frames.</summary>
    public uint FrameCount;

    /// <summary>The time at the first frame; null from hosts without a transport.</summary>
    public ClapEventTransport* Transport;

    /// <summary>One for each audio input port; read only.</summary>
    public ClapAudioBuffer* AudioInputs;

    /// <summary>One for each audio output port.</summary>
    public ClapAudioBuffer* AudioOutputs;

    /// <summary>The number of <see cref="AudioInputs"/>.</summary>
    public uint AudioInputCount;

    /// <summary>The number of <see cref="AudioOutputs"/>.</summary>
    public uint AudioOutputCount;

    /// <summary>Events for the plugin, in order of frames.</summary>
    public ClapInputEvents* InputEvents;

    /// <summary>Takes the plugin's events, in order of frames.</summary>
    public ClapOutputEvents* OutputEvents;
}
