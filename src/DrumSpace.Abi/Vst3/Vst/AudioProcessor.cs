using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>What the classes of VST 3 are called, each without the null that terminates it in memory.</summary>
public static class Vst3Categories
{
    /// <summary>kVstAudioEffectClass: a class with <see cref="Vst3Component"/>.</summary>
    public static ReadOnlySpan<byte> AudioModule => "Audio Module Class"u8;

    /// <summary>kVstComponentControllerClass: a class with <see cref="Vst3EditController"/>.</summary>
    public static ReadOnlySpan<byte> ComponentController => "Component Controller Class"u8;
}

/// <summary>ComponentFlags: the class flags of an audio module.</summary>
[Flags]
public enum Vst3ComponentFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Component and controller can be in different processes.</summary>
    Distributable = 1 << 0,

    /// <summary>The simple mode of input and output.</summary>
    SimpleModeSupported = 1 << 1,
}

/// <summary>SymbolicSampleSizes.</summary>
public enum Vst3SampleSize
{
    /// <summary>32-bit floats.</summary>
    Sample32 = 0,

    /// <summary>64-bit floats.</summary>
    Sample64 = 1,
}

/// <summary>ProcessModes.</summary>
public enum Vst3ProcessMode
{
    /// <summary>In real time.</summary>
    Realtime = 0,

    /// <summary>Ahead of real time, in blocks that come irregularly.</summary>
    Prefetch = 1,

    /// <summary>As fast as it goes; blocks may take as long as they like.</summary>
    Offline = 2,
}

/// <summary>ProcessSetup: what does not change while a plugin is active.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3ProcessSetup
{
    /// <summary>How the host processes.</summary>
    public Vst3ProcessMode ProcessMode;

    /// <summary>The format of the samples.</summary>
    public Vst3SampleSize SymbolicSampleSize;

    /// <summary>The longest block in frames.</summary>
    public int MaxSamplesPerBlock;

    /// <summary>Frames a second.</summary>
    public double SampleRate;
}

/// <summary>AudioBusBuffers: the channels of one bus over a block.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3AudioBusBuffers
{
    /// <summary>The number of channels.</summary>
    public int ChannelCount;

    /// <summary>A bit a channel, set if it is silent; the frames are zero all the same.</summary>
    public ulong SilenceFlags;

    /// <summary>A pointer a channel, float* or double* as the block's sample size says; null where the bus is inactive.</summary>
    public void** Channels;
}

/// <summary>ProcessData: a block to render. All that it points to stays valid until the process call returns.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ProcessData
{
    /// <summary>How the host processes.</summary>
    public Vst3ProcessMode ProcessMode;

    /// <summary>The format of the samples.</summary>
    public Vst3SampleSize SymbolicSampleSize;

    /// <summary>The block's length in frames; 0 to exchange parameter values and events alone.</summary>
    public int SampleCount;

    /// <summary>The number of <see cref="Inputs"/>.</summary>
    public int InputCount;

    /// <summary>The number of <see cref="Outputs"/>.</summary>
    public int OutputCount;

    /// <summary>The audio input buses.</summary>
    public Vst3AudioBusBuffers* Inputs;

    /// <summary>The audio output buses.</summary>
    public Vst3AudioBusBuffers* Outputs;

    /// <summary>The parameter values for the plugin; may be null.</summary>
    public Vst3ParameterChanges* InputParameterChanges;

    /// <summary>Receives the plugin's parameter values; may be null.</summary>
    public Vst3ParameterChanges* OutputParameterChanges;

    /// <summary>The events for the plugin; may be null.</summary>
    public Vst3EventList* InputEvents;

    /// <summary>Receives the plugin's events; may be null.</summary>
    public Vst3EventList* OutputEvents;

    /// <summary>The song time at the first frame; may be null.</summary>
    public Vst3ProcessContext* ProcessContext;
}

/// <summary>IProcessContextRequirements::Flags: what a plugin reads of <see cref="Vst3ProcessContext"/>.</summary>
[Flags]
public enum Vst3ContextNeeds : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The system's time.</summary>
    SystemTime = 1 << 0,

    /// <summary>The time that runs on while the song loops.</summary>
    ContinuousTimeSamples = 1 << 1,

    /// <summary>The position in quarters.</summary>
    ProjectTimeMusic = 1 << 2,

    /// <summary>The bar's position.</summary>
    BarPositionMusic = 1 << 3,

    /// <summary>The loop's positions.</summary>
    CycleMusic = 1 << 4,

    /// <summary>The next MIDI clock.</summary>
    SamplesToNextClock = 1 << 5,

    /// <summary>The tempo.</summary>
    Tempo = 1 << 6,

    /// <summary>The meter.</summary>
    TimeSignature = 1 << 7,

    /// <summary>The chord.</summary>
    Chord = 1 << 8,

    /// <summary>The frame rate of film.</summary>
    FrameRate = 1 << 9,

    /// <summary>Whether the song plays, loops or records.</summary>
    TransportState = 1 << 10,
}

/// <summary>IAudioProcessor: what processes audio; a component has it.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3AudioProcessor
{
    /// <summary>The id of IAudioProcessor.</summary>
    public static readonly Vst3Id Id = new(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);

    /// <summary>The functions.</summary>
    public Vst3AudioProcessorVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3AudioProcessor"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3AudioProcessorVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(processor, inputs, count, outputs, count) Main thread, inactive: asks for channels; False keeps the old.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3SpeakerArrangement*, int, Vst3SpeakerArrangement*, int, int> SetBusArrangements;

    /// <summary>(processor, direction, index, arrangement) Main thread: receives the channels of a bus.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3BusDirection, int, Vst3SpeakerArrangement*, int> GetBusArrangement;

    /// <summary>(processor, size) Main thread: Ok if the plugin processes samples of that size.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3SampleSize, int> CanProcessSampleSize;

    /// <summary>(processor) Main thread: the latency in frames.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint> GetLatencySamples;

    /// <summary>(processor, setup) Main thread, inactive: how it will process.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ProcessSetup*, int> SetupProcessing;

    /// <summary>(processor, 1 or 0) Main or audio thread, active: blocks follow, or no more of them.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte, int> SetProcessing;

    /// <summary>(processor, block) Audio thread: renders a block.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ProcessData*, int> Process;

    /// <summary>(processor) How many frames it sounds on; 4294967295 for ever.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint> GetTailSamples;
}

/// <summary>IProcessContextRequirements: says what song time a processor needs; without it the host gives all it has.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ProcessContextRequirements
{
    /// <summary>The id of IProcessContextRequirements.</summary>
    public static readonly Vst3Id Id = new(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0);

    /// <summary>The functions.</summary>
    public Vst3ProcessContextRequirementsVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3ProcessContextRequirements"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ProcessContextRequirementsVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(processor) Main thread: what it needs.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ContextNeeds> GetProcessContextRequirements;
}
