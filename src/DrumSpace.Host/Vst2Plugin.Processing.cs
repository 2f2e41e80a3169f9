using DrumSpace.Abi.Vst2;
using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>Sound and MIDI, block by block.</summary>
public sealed partial class Vst2Plugin
{
    private readonly MidiInput _midi = new();
    private AudioBuffers _inputs;
    private AudioBuffers _outputs;
    private bool _isResumed;

    /// <inheritdoc/>
    public override double SampleRate => _host.SampleRate;

    /// <inheritdoc/>
    public override int BlockSize => _host.BlockSize;

    /// <inheritdoc/>
    public override int BlockCapacity => _outputs.Frames;

    /// <inheritdoc/>
    public override bool IsResumed => _isResumed;

    /// <inheritdoc/>
    public override ProcessPacing Pacing
    {
        get => _host.Pacing;
        set => _host.Pacing = value;
    }

    /// <inheritdoc/>
    public override HostTransport? Transport
    {
        get => _host.Transport;
        set => _host.Transport = value;
    }

    /// <inheritdoc/>
    public override bool AcceptsEvents
    {
        get => _host.AcceptsEvents;
        set => _host.AcceptsEvents = value;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<ShortMessage> Emitted => _host.Emitted;

    /// <summary>How many lists of MIDI the plugin emitted in the last block; more than one confuses some hosts.</summary>
    public int EmittedLists => _host.EventCalls;

    /// <inheritdoc/>
    public override int DroppedEvents => _host.EventsDropped;

    /// <inheritdoc/>
    public override int EventsOutsideProcess => _host.EventsOutsideProcess;

    /// <summary>The plugin's gestures since <see cref="ClearEdits"/>, at most 4096.</summary>
    public ReadOnlySpan<ParameterEdit> Edits => _host.Edits;

    /// <summary>Forgets <see cref="Edits"/>.</summary>
    public void ClearEdits() => _host.ClearEdits();

    /// <inheritdoc/>
    public override void Configure(double sampleRate, int blockSize, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSize);
        if (IsResumed && !IsCareless)
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

    /// <inheritdoc/>
    public override void Resume()
    {
        _isResumed = true;
        _effect.Ask(EffectOpcode.MainsChanged, value: 1);
        _effect.Ask(EffectOpcode.StartProcess);
    }

    /// <inheritdoc/>
    public override void Suspend()
    {
        if (IsResumed || IsCareless)
        {
            _isResumed = false;
            _effect.Ask(EffectOpcode.StopProcess);
            _effect.Ask(EffectOpcode.MainsChanged);
        }
    }

    /// <summary>Bypasses the plugin, or not: it goes on being processed either way. Plugins that cannot do nothing.</summary>
    /// <param name="bypassed">Whether it should be silent.</param>
    public void SetBypass(bool bypassed) => _effect.Ask(EffectOpcode.SetBypass, value: bypassed ? 1 : 0);

    /// <inheritdoc/>
    public override bool QueueMidi(in ShortMessage message) => _midi.Add(message);

    /// <inheritdoc/>
    public override Span<float> Input(int channel) => _inputs.Channel(channel);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Output(int channel) => _outputs.Channel(channel);

    /// <inheritdoc/>
    public override unsafe void Process(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, BlockCapacity);
        if (!IsResumed && !IsCareless)
        {
            throw new InvalidOperationException("Resume the plugin before processing.");
        }

        _host.BeginProcess();
        _midi.Deliver(_effect);
        _effect.Process(_inputs.Pointers, _outputs.Pointers, frames);
        _host.EndProcess();
    }
}
