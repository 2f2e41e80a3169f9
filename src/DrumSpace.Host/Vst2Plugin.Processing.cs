using DrumSpace.Abi.Vst2;
using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>Sound and MIDI, block by block.</summary>
public sealed partial class Vst2Plugin
{
    private readonly MidiInput _midi = new();
    private AudioBuffers _inputs;
    private AudioBuffers _outputs;

    /// <summary>Frames a second as last announced.</summary>
    public double SampleRate => _host.SampleRate;

    /// <summary>The announced largest block in frames.</summary>
    public int BlockSize => _host.BlockSize;

    /// <summary>The largest block that <see cref="Process"/> takes; may be above what was announced.</summary>
    public int BlockCapacity => _outputs.Frames;

    /// <summary>Whether the plugin is resumed.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>What the plugin is told of the blocks' pacing.</summary>
    public ProcessPacing Pacing
    {
        get => _host.Pacing;
        set => _host.Pacing = value;
    }

    /// <summary>Where the plugin's questions for the time go; null answers none, as hosts without a transport do.</summary>
    public HostTransport? Transport
    {
        get => _host.Transport;
        set => _host.Transport = value;
    }

    /// <summary>What the plugin's emitted MIDI is answered with: true 1, false 0 (Ardour and JUCE). The MIDI is taken either way.</summary>
    public bool AcceptsEvents
    {
        get => _host.AcceptsEvents;
        set => _host.AcceptsEvents = value;
    }

    /// <summary>What the plugin emitted in the last block, in its order; frames as the plugin gave them. Valid until the next block.</summary>
    public ReadOnlySpan<ShortMessage> Emitted => _host.Emitted;

    /// <summary>How many lists of MIDI the plugin emitted in the last block; more than one confuses some hosts.</summary>
    public int EmittedLists => _host.EventCalls;

    /// <summary>Emitted events that were no MIDI messages or did not fit (16384 a block).</summary>
    public int DroppedEvents => _host.EventsDropped;

    /// <summary>Events emitted outside of <see cref="Process"/>, which many hosts lose; this one too.</summary>
    public int EventsOutsideProcess => _host.EventsOutsideProcess;

    /// <summary>The plugin's gestures since <see cref="ClearEdits"/>, at most 4096.</summary>
    public ReadOnlySpan<ParameterEdit> Edits => _host.Edits;

    /// <summary>Forgets <see cref="Edits"/>.</summary>
    public void ClearEdits() => _host.ClearEdits();

    /// <summary>Announces the sample rate and block size and makes the buffers. The plugin must be suspended.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="blockSize">The announced largest block in frames.</param>
    /// <param name="capacity">The largest block that will be sent, where that is above what is announced; else 0.</param>
    /// <exception cref="InvalidOperationException">The plugin is resumed.</exception>
    public void Configure(double sampleRate, int blockSize, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSize);
        if (IsResumed)
        {
            throw new InvalidOperationException("Suspend the plugin before changing the sample rate or block size.");
        }

        _host.SampleRate = sampleRate;
        _host.BlockSize = blockSize;
        _effect.Ask(EffectOpcode.SetSampleRate, option: (float)sampleRate);
        _effect.Ask(EffectOpcode.SetBlockSize, value: blockSize);
        _inputs.Dispose();
        _outputs.Dispose();
        _inputs = new AudioBuffers(InputCount, Math.Max(blockSize, capacity));
        _outputs = new AudioBuffers(OutputCount, Math.Max(blockSize, capacity));
    }

    /// <summary>Switches the plugin on. Calling it twice resumes twice, as some hosts do.</summary>
    public void Resume()
    {
        IsResumed = true;
        _effect.Ask(EffectOpcode.MainsChanged, value: 1);
        _effect.Ask(EffectOpcode.StartProcess);
    }

    /// <summary>Switches the plugin off; without effect when it is off.</summary>
    public void Suspend()
    {
        if (IsResumed)
        {
            IsResumed = false;
            _effect.Ask(EffectOpcode.StopProcess);
            _effect.Ask(EffectOpcode.MainsChanged);
        }
    }

    /// <summary>Bypasses the plugin, or not: it goes on being processed either way. Plugins that cannot do nothing.</summary>
    /// <param name="bypassed">Whether it should be silent.</param>
    public void SetBypass(bool bypassed) => _effect.Ask(EffectOpcode.SetBypass, value: bypassed ? 1 : 0);

    /// <summary>Gives the plugin a message within the coming block.</summary>
    /// <param name="message">Its frame must lie in that block; send in order of frames.</param>
    /// <returns>False when the block's 4096 messages are full.</returns>
    public bool QueueMidi(in ShortMessage message) => _midi.Add(message);

    /// <summary>An input's buffer, to be filled before <see cref="Process"/>; silent where nobody writes.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="BlockCapacity"/> frames.</returns>
    public Span<float> Input(int channel) => _inputs.Channel(channel);

    /// <summary>What the plugin rendered in the last block.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="BlockCapacity"/> frames, of which the block's length was rendered.</returns>
    public ReadOnlySpan<float> Output(int channel) => _outputs.Channel(channel);

    /// <summary>Hands over the queued MIDI and renders a block.</summary>
    /// <param name="frames">1 to <see cref="BlockCapacity"/>.</param>
    /// <exception cref="InvalidOperationException">The plugin is not resumed.</exception>
    public unsafe void Process(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, BlockCapacity);
        if (!IsResumed)
        {
            throw new InvalidOperationException("Resume the plugin before processing.");
        }

        _host.BeginProcess();
        _midi.Deliver(_effect);
        _effect.Process(_inputs.Pointers, _outputs.Pointers, frames);
        _host.EndProcess();
    }
}
