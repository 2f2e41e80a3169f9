using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>Activates a CLAP instance and renders its blocks.</summary>
/// <remarks>
/// <see cref="Process"/> neither locks nor allocates. CLAP starts, stops and resets an instance on the audio thread, so the calling
/// thread takes that role here.
/// </remarks>
internal sealed unsafe class ClapProcessor(ClapHandle plugin, HostContext context, ClapEventOutput output) : IDisposable
{
    private readonly ClapPorts _inputPorts = new(plugin.ChannelCounts(isInput: true));
    private readonly ClapPorts _outputPorts = new(plugin.ChannelCounts(isInput: false));
    private long _steadyTime;

    /// <summary>The events for the next block or flush.</summary>
    public ClapEventInput Events { get; } = new();

    public int InputCount => _inputPorts.ChannelCount;

    public int OutputCount => _outputPorts.ChannelCount;

    /// <summary>Sets the render mode, activates the instance and starts processing; false if the instance refuses.</summary>
    public bool Activate()
    {
        ClapPluginRender* render = plugin.Render;
        if (render != null && context.ReportedPacing is { } pacing)
        {
            render->Set(plugin.Instance, pacing == ProcessPacing.Offline ? ClapRenderMode.Offline : ClapRenderMode.RealTime);
        }

        if (plugin.Instance->Activate(plugin.Instance, context.SampleRate, 1, (uint)context.BlockSize) == 0)
        {
            return false;
        }

        _steadyTime = 0;
        context.EnterAudioThread();
        bool isStarted = plugin.Instance->StartProcessing(plugin.Instance) != 0;
        context.LeaveAudioThread();
        if (!isStarted)
        {
            plugin.Instance->Deactivate(plugin.Instance);
        }

        return isStarted;
    }

    public void Reset()
    {
        context.EnterAudioThread();
        plugin.Instance->Reset(plugin.Instance);
        context.LeaveAudioThread();
    }

    public void Deactivate()
    {
        context.EnterAudioThread();
        plugin.Instance->StopProcessing(plugin.Instance);
        context.LeaveAudioThread();
        plugin.Instance->Deactivate(plugin.Instance);
    }

    /// <summary>Renders a block with <see cref="Events"/>. Where the plugin reports an error, the output is silent.</summary>
    public void Process(int frames, AudioBuffers inputs, AudioBuffers outputs)
    {
        ClapEventTransport transport = default;
        bool hasTime = context.Transport is { } source && ClapTransport.TryGet(source, frames, out transport);
        ClapProcess block = new()
        {
            SteadyTime = _steadyTime,
            FrameCount = (uint)frames,
            Transport = hasTime ? &transport : null,
            AudioInputs = _inputPorts.Over(inputs),
            AudioOutputs = _outputPorts.Over(outputs),
            AudioInputCount = (uint)_inputPorts.Count,
            AudioOutputCount = (uint)_outputPorts.Count,
            InputEvents = Events.List,
            OutputEvents = output.List,
        };
        if (plugin.Instance->Process(plugin.Instance, &block) == ClapProcessStatus.Error)
        {
            outputs.Clear();
        }

        Events.Clear();
        _steadyTime += frames;
    }

    /// <summary>Sends <see cref="Events"/> without a block.</summary>
    public void Flush()
    {
        plugin.Params->Flush(plugin.Instance, Events.List, output.List);
        Events.Clear();
    }

    public void Dispose()
    {
        Events.Dispose();
        _inputPorts.Dispose();
        _outputPorts.Dispose();
    }
}
