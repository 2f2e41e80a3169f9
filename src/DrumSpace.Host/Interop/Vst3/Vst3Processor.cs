using DrumSpace.Abi.Vst2;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>Activates a VST 3 instance and renders its blocks.</summary>
/// <remarks><see cref="Process"/> neither locks nor allocates; the other calls are for the main thread.</remarks>
internal sealed unsafe class Vst3Processor : IDisposable
{
    private readonly Vst3Handle _plugin;
    private readonly HostContext _context;
    private readonly Vst3Parameter[] _parameters;
    private readonly Vst3Buses _inputs;
    private readonly Vst3Buses _outputs;
    private readonly Vst3ChangeList _outputChanges;
    private readonly Vst3EventOutput _outputEvents;
    private readonly TimeInfoFlags _requestedTime;
    private Vst3ProcessMode _mode;

    public Vst3Processor(Vst3Handle plugin, HostContext context, Vst3Parameter[] parameters)
    {
        _plugin = plugin;
        _context = context;
        _parameters = parameters;
        _inputs = new Vst3Buses(plugin, Vst3BusDirection.Input);
        _outputs = new Vst3Buses(plugin, Vst3BusDirection.Output);
        _outputChanges = new Vst3ChangeList(parameters);
        _outputEvents = new Vst3EventOutput(context.Output);
        Changes = new Vst3ChangeList(parameters);
        _requestedTime = RequestedTime(plugin);
        ReadBuses();
        ReadLatency();
    }

    /// <summary>The parameter values for the next block.</summary>
    public Vst3ChangeList Changes { get; }

    /// <summary>The notes for the next block.</summary>
    public Vst3EventInput Events { get; } = new();

    public int InputCount => _inputs.ChannelCount;

    public int OutputCount => _outputs.ChannelCount;

    public bool HasEventInput => _inputs.HasEvents;

    public bool HasEventOutput => _outputs.HasEvents;

    /// <summary>The latency in frames, as of the last activation: plugins change it with the settings.</summary>
    public int Latency { get; private set; }

    /// <summary>The tail in frames, as <see cref="HostedPlugin.Tail"/> counts it.</summary>
    public int Tail => (int)Math.Clamp(_plugin.Processor->Vtbl->GetTailSamples(_plugin.Processor), 1, int.MaxValue);

    /// <summary>Asks the plugin for its buses again.</summary>
    public void ReadBuses()
    {
        _inputs.Read();
        _outputs.Read();
    }

    /// <summary>Asks for the channels that the plugin has by itself, and activates all buses. Only while inactive.</summary>
    public void SetUpBuses()
    {
        if (_inputs.Arrangements() is { } inputs && _outputs.Arrangements() is { } outputs)
        {
            fixed (Vst3SpeakerArrangement* into = inputs, outOf = outputs)
            {
                _plugin.Processor->Vtbl->SetBusArrangements(_plugin.Processor, into, inputs.Length, outOf, outputs.Length);
            }
        }

        _inputs.Activate();
        _outputs.Activate();
        ReadBuses();
    }

    /// <summary>Announces the sample rate, the block size and the pacing; false if the plugin refuses. Only while inactive.</summary>
    public bool SetUpProcessing()
    {
        _mode = _context.ReportedPacing == ProcessPacing.Offline ? Vst3ProcessMode.Offline : Vst3ProcessMode.Realtime;
        Vst3ProcessSetup setup = new()
        {
            ProcessMode = _mode,
            SymbolicSampleSize = Vst3SampleSize.Sample32,
            MaxSamplesPerBlock = _context.BlockSize,
            SampleRate = _context.SampleRate,
        };
        return _plugin.Processor->Vtbl->SetupProcessing(_plugin.Processor, &setup) == Vst3Result.Ok;
    }

    /// <summary>Announces the settings, activates the instance and starts processing; false if the instance refuses.</summary>
    public bool Activate()
    {
        if (!SetUpProcessing())
        {
            return false;
        }

        if (!Accepts(_plugin.Component->Vtbl->SetActive(_plugin.Component, 1)))
        {
            return false;
        }

        ReadLatency();

        if (!Start())
        {
            _plugin.Component->Vtbl->SetActive(_plugin.Component, 0);
            return false;
        }

        return true;
    }

    /// <summary>Stops and starts processing, which makes the instance silent.</summary>
    public void Reset()
    {
        _plugin.Processor->Vtbl->SetProcessing(_plugin.Processor, 0);
        Start();
    }

    public void Deactivate()
    {
        _plugin.Processor->Vtbl->SetProcessing(_plugin.Processor, 0);
        _plugin.Component->Vtbl->SetActive(_plugin.Component, 0);
    }

    /// <summary>Renders a block with the values and notes that wait. Where the plugin reports an error, the output is silent.</summary>
    public void Process(int frames, AudioBuffers inputs, AudioBuffers outputs)
    {
        foreach (Vst3Parameter parameter in _parameters)
        {
            parameter.SendPending(Changes);
        }

        Vst3ProcessContext time = default;
        bool hasTime = _context.Transport is { } source && Vst3Transport.TryGet(source, _requestedTime, out time);
        Vst3ProcessData block = new()
        {
            SampleCount = frames,
            InputCount = _inputs.Count,
            OutputCount = _outputs.Count,
            Inputs = _inputs.Over(inputs),
            Outputs = _outputs.Over(outputs),
            ProcessContext = hasTime ? &time : null,
        };
        if (Exchange(ref block) != Vst3Result.Ok)
        {
            outputs.Clear();
        }
    }

    /// <summary>Sends an inactive instance the values that wait, by a block of no frames; without effect if it refuses.</summary>
    /// <remarks>They go with the next block again, because some plugins (those of DPF) do not read the values of such a block.</remarks>
    public void Flush()
    {
        if (Activate())
        {
            foreach (Vst3Parameter parameter in _parameters)
            {
                parameter.SendCopy(Changes);
            }

            Vst3ProcessData block = default;
            Exchange(ref block);
            Deactivate();
        }
    }

    public void Dispose()
    {
        _inputs.Dispose();
        _outputs.Dispose();
        _outputChanges.Dispose();
        _outputEvents.Dispose();
        Changes.Dispose();
        Events.Dispose();
    }

    private static TimeInfoFlags RequestedTime(Vst3Handle plugin)
    {
        Vst3ProcessContextRequirements* requirements =
            Vst3Interfaces.Query<Vst3ProcessContextRequirements>(plugin.Component, Vst3ProcessContextRequirements.Id);
        if (requirements == null)
        {
            return (TimeInfoFlags)(-1);
        }

        Vst3ContextNeeds needs = requirements->Vtbl->GetProcessContextRequirements(requirements);
        Vst3Interfaces.Release(requirements);
        return Vst3Transport.Requested(needs);
    }

    private void ReadLatency() =>
        Latency = (int)Math.Min(_plugin.Processor->Vtbl->GetLatencySamples(_plugin.Processor), int.MaxValue);

    // Many plugins do not implement these calls.
    private static bool Accepts(int result) => result == Vst3Result.Ok || result == Vst3Result.NotImplemented;

    private bool Start() => Accepts(_plugin.Processor->Vtbl->SetProcessing(_plugin.Processor, 1));

    private int Exchange(ref Vst3ProcessData block)
    {
        block.ProcessMode = _mode;
        block.SymbolicSampleSize = Vst3SampleSize.Sample32;
        block.InputParameterChanges = Changes.Pointer;
        block.OutputParameterChanges = _outputChanges.Pointer;
        block.InputEvents = Events.Pointer;
        block.OutputEvents = _outputEvents.Pointer;
        int result;
        fixed (Vst3ProcessData* data = &block)
        {
            result = _plugin.Processor->Vtbl->Process(_plugin.Processor, data);
        }

        RecordChanges();
        Changes.Clear();
        Events.Clear();
        _outputEvents.Clear();
        return result;
    }

    private void RecordChanges()
    {
        foreach (Vst3ChangeQueue queue in _outputChanges.Used)
        {
            if (queue.Count > 0)
            {
                queue.Parameter.Follow(queue.LastValue);
                _context.Output.Add(new ParameterEdit(ParameterEditKind.Automate, queue.Parameter.Index, (float)queue.LastValue));
            }
        }

        _outputChanges.Clear();
    }
}
