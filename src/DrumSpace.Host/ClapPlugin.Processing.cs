using DrumSpace.Abi.Clap;
using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>Sound, events and state.</summary>
public sealed unsafe partial class ClapPlugin
{
    private readonly ClapInput _events = new();
    private readonly bool _takesMidi;
    private readonly int[] _inputPorts;
    private readonly int[] _outputPorts;
    private AudioBuffers _inputs;
    private AudioBuffers _outputs;
    private double _sampleRate = 44_100;
    private int _blockSize = 512;
    private long _steadyTime;
    private bool _isResumed;

    /// <inheritdoc/>
    public override IReadOnlyList<PluginParameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override bool HasState => _library.State != null;

    /// <inheritdoc/>
    public override double SampleRate => _sampleRate;

    /// <inheritdoc/>
    public override int BlockSize => _blockSize;

    /// <inheritdoc/>
    public override int BlockCapacity => _outputs.Frames;

    /// <inheritdoc/>
    public override bool IsResumed => _isResumed;

    /// <summary>What the plugin is told of the blocks' pacing, from the next resumption on.</summary>
    public override ProcessPacing Pacing { get; set; } = ProcessPacing.RealTime;

    /// <inheritdoc/>
    public override HostTransport? Transport { get; set; }

    /// <inheritdoc/>
    public override bool AcceptsEvents { get; set; } = true;

    /// <inheritdoc/>
    public override ReadOnlySpan<ShortMessage> Emitted => _host.Emitted;

    /// <inheritdoc/>
    public override int DroppedEvents => _host.EventsDropped;

    /// <inheritdoc/>
    public override int EventsOutsideProcess => _host.EventsOutsideProcess;

    /// <summary>The plugin's own changes of parameters and its gestures since <see cref="ClearEdits"/>, at most 4096.</summary>
    public ReadOnlySpan<ParameterEdit> Edits => _host.Edits;

    /// <summary>How often the plugin said that what the host knows of its parameters has changed.</summary>
    public int ParameterRescans => _host.Rescans;

    /// <summary>What the plugin wrote into the host's log, each line with its severity.</summary>
    public IReadOnlyList<string> Log => _host.Log;

    /// <summary>Forgets <see cref="Edits"/>.</summary>
    public void ClearEdits() => _host.ClearEdits();

    /// <inheritdoc/>
    public override byte[] GetState()
    {
        RequireState();
        return ClapStream.Save(_library) ?? [];
    }

    /// <inheritdoc/>
    public override bool SetState(ReadOnlySpan<byte> state)
    {
        RequireState();
        return ClapStream.Load(_library, state);
    }

    /// <inheritdoc/>
    public override void Configure(double sampleRate, int blockSize, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSize);
        if (IsResumed && !IsCareless)
        {
            throw new InvalidOperationException("Suspend the plugin before changing the sample rate or block size.");
        }

        _sampleRate = sampleRate;
        _blockSize = blockSize;
        _inputs.Dispose();
        _outputs.Dispose();
        _inputs = new AudioBuffers(InputCount, Math.Max(blockSize, capacity));
        _outputs = new AudioBuffers(OutputCount, Math.Max(blockSize, capacity));
    }

    /// <summary>Activates the plugin and starts it. A second time resets it, which is what CLAP has for that; a careless host activates twice.</summary>
    /// <exception cref="InvalidOperationException">The plugin refuses the sample rate or block size.</exception>
    public override void Resume()
    {
        if (_isResumed && !IsCareless)
        {
            _library.Instance->Reset(_library.Instance);
            return;
        }

        if (_library.Render != null && Transport is not { Habits.TellsNoPace: true })
        {
            _library.Render->Set(_library.Instance, Pacing == ProcessPacing.Offline ? ClapRenderMode.Offline : ClapRenderMode.RealTime);
        }

        if (_library.Instance->Activate(_library.Instance, _sampleRate, 1, (uint)_blockSize) == 0)
        {
            throw new InvalidOperationException($"{Name} refuses {_sampleRate} frames a second with blocks of up to {_blockSize}.");
        }

        _steadyTime = 0;
        _isResumed = true;
        _library.Instance->StartProcessing(_library.Instance);
    }

    /// <inheritdoc/>
    public override void Suspend()
    {
        if (_isResumed || IsCareless)
        {
            _isResumed = false;
            _library.Instance->StopProcessing(_library.Instance);
            _library.Instance->Deactivate(_library.Instance);
        }

        if (_host.WantsCallback)
        {
            _host.WantsCallback = false;
            _library.Instance->OnMainThread(_library.Instance);
        }
    }

    /// <inheritdoc/>
    public override bool QueueMidi(in ShortMessage message)
    {
        bool isNote = message.IsNoteOn || message.IsNoteOff;
        return _takesMidi ? _events.AddMidi(message) : !isNote || _events.AddNote(message);
    }

    /// <summary>Sets a parameter within the coming block.</summary>
    /// <param name="frame">The frame in that block.</param>
    /// <param name="index">The parameter's index.</param>
    /// <param name="value">0 to 1.</param>
    /// <returns>False when the block's 4096 events are full.</returns>
    public bool QueueParameter(int frame, int index, float value) => _parameters[index].AddTo(_events, frame, value);

    /// <inheritdoc/>
    public override Span<float> Input(int channel) => _inputs.Channel(channel);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Output(int channel) => _outputs.Channel(channel);

    /// <inheritdoc/>
    public override void Process(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, BlockCapacity);
        if (!IsResumed && !IsCareless)
        {
            throw new InvalidOperationException("Resume the plugin before processing.");
        }

        MovePending();
        ClapEventTransport transport = default;
        bool hasTime = Transport != null && ClapTransport.TryGet(Transport, frames, out transport);
        ClapAudioBuffer* inputs = stackalloc ClapAudioBuffer[_inputPorts.Length + 1];
        ClapAudioBuffer* outputs = stackalloc ClapAudioBuffer[_outputPorts.Length + 1];
        Fill(inputs, _inputPorts, _inputs);
        Fill(outputs, _outputPorts, _outputs);
        ClapProcess block = new()
        {
            SteadyTime = _steadyTime,
            FrameCount = (uint)frames,
            Transport = hasTime ? &transport : null,
            AudioInputs = inputs,
            AudioOutputs = outputs,
            AudioInputCount = (uint)_inputPorts.Length,
            AudioOutputCount = (uint)_outputPorts.Length,
            InputEvents = _events.List,
            OutputEvents = _host.Output,
        };
        _host.BeginProcess();
        _library.Instance->Process(_library.Instance, &block);
        _host.EndProcess();
        _events.Clear();
        _steadyTime += frames;
    }

    /// <summary>Hands over the parameters' values that were set, without a block.</summary>
    internal void Flush()
    {
        MovePending();
        _library.Params->Flush(_library.Instance, _events.List, _host.Output);
        _events.Clear();
    }

    private static void Fill(ClapAudioBuffer* ports, int[] channels, AudioBuffers buffers)
    {
        float** next = buffers.Pointers;
        for (int port = 0; port < channels.Length; port++)
        {
            ports[port] = new ClapAudioBuffer { Data32 = next, ChannelCount = (uint)channels[port] };
            next += channels[port];
        }
    }

    private void MovePending()
    {
        foreach (ClapParameter parameter in _parameters)
        {
            parameter.MovePending(_events);
        }
    }

    private void RequireState()
    {
        if (!HasState)
        {
            throw new InvalidOperationException($"{Name} keeps no state; its state is its parameters' values.");
        }
    }
}
