using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_process_status: the result of processing a block.</summary>
public enum ClapProcessStatus
{
    /// <summary>Processing failed; the host must discard the output.</summary>
    Error = 0,

    /// <summary>Keep processing.</summary>
    Continue = 1,

    /// <summary>Keep processing until the output is silent.</summary>
    ContinueIfNotQuiet = 2,

    /// <summary>Keep processing for the length that the tail extension gives.</summary>
    Tail = 3,

    /// <summary>Stop processing until the next event or change of the audio input.</summary>
    Sleep = 4,
}

/// <summary>clap_process: a block to render. All that it points to stays valid until the process call returns.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapProcess
{
    /// <summary>A frame counter that increases at least by the block's length each time; -1 if the host has none.</summary>
    public long SteadyTime;

    /// <summary>The block's length in frames.</summary>
    public uint FrameCount;

    /// <summary>The song time at the first frame; null if the host has no transport.</summary>
    public ClapEventTransport* Transport;

    /// <summary>The audio input ports, in the order of the audio ports extension; read only.</summary>
    public ClapAudioBuffer* AudioInputs;

    /// <summary>The audio output ports, in the order of the audio ports extension.</summary>
    public ClapAudioBuffer* AudioOutputs;

    /// <summary>The number of <see cref="AudioInputs"/>.</summary>
    public uint AudioInputCount;

    /// <summary>The number of <see cref="AudioOutputs"/>.</summary>
    public uint AudioOutputCount;

    /// <summary>The events for the plugin, in order of time.</summary>
    public ClapInputEvents* InputEvents;

    /// <summary>Receives the plugin's events, in order of time.</summary>
    public ClapOutputEvents* OutputEvents;
}
