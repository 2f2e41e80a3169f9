using DrumSpace.Abi.Vst3;
using DrumSpace.Host.Interop;
using DrumSpace.Host.Interop.Vst3;

namespace DrumSpace.Host;

/// <summary>A VST3 plugin, loaded and initialized: the first audio module of its library, with its controller.</summary>
/// <remarks>
/// See <see cref="HostedPlugin"/>. A value that is set reaches the component with the next block, and the controller at the next call of
/// the main thread; while the plugin is suspended, <see cref="GetState"/> sends the component what waits first, by a block of no frames.
/// </remarks>
public sealed class Vst3Plugin : HostedPlugin
{
    private readonly Vst3HostSide _host;
    private readonly Vst3Handle _handle;
    private readonly Vst3Parameter[] _parameters;
    private readonly Vst3Programs _programs;
    private readonly Vst3MidiMap _midiMap;
    private readonly Vst3Processor _processor;
    private readonly Vst3Editor _editor;
    private bool _hasNewBuses;
    private bool _wantsRestart;

    private Vst3Plugin(string path, HostContext context, Vst3HostSide host, Vst3Handle handle)
        : base(path, context)
    {
        _host = host;
        _handle = handle;
        _parameters = ReadParameters();
        _programs = new Vst3Programs(handle, _parameters);
        _midiMap = new Vst3MidiMap(handle, _parameters, _programs);
        _midiMap.Read();
        _processor = new Vst3Processor(handle, context, _parameters);
        _editor = new Vst3Editor(handle, host.Loop);
        HasState = handle.GetComponentState() != null;
    }

    /// <summary>The class id as 32 hexadecimal digits, as a bundle's moduleinfo.json has it.</summary>
    public string Id => _handle.Description.IdText;

    /// <inheritdoc/>
    public override string Name => _handle.Description.Name is { Length: > 0 } name
        ? name
        : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <inheritdoc/>
    public override string Vendor => _handle.Description.Vendor;

    /// <summary>The version as the vendor writes it; may be empty.</summary>
    public string Version => _handle.Description.Version;

    /// <summary>The kinds of plugin, for example "Instrument" and "Synth".</summary>
    public IReadOnlyList<string> SubCategories => _handle.Description.SubCategories;

    /// <summary>Whether the component takes events: notes, and MIDI controllers that move parameters.</summary>
    public bool HasEventInput => _processor.HasEventInput;

    /// <summary>Whether the component outputs events.</summary>
    public bool HasEventOutput => _processor.HasEventOutput;

    /// <inheritdoc/>
    public override int InputCount => _processor.InputCount;

    /// <inheritdoc/>
    public override int OutputCount => _processor.OutputCount;

    /// <inheritdoc/>
    public override bool SendsMidi => HasEventOutput;

    /// <inheritdoc/>
    public override int Latency => _processor.Latency;

    /// <inheritdoc/>
    public override int Tail => _processor.Tail;

    /// <inheritdoc/>
    public override IReadOnlyList<PluginParameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override int ProgramCount => _programs.Count;

    /// <inheritdoc/>
    public override int Program
    {
        get => _programs.Current;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, ProgramCount);
            _programs.Current = value;
        }
    }

    /// <inheritdoc/>
    public override bool HasState { get; }

    /// <inheritdoc/>
    public override (int Width, int Height)? EditorSize => _editor.Size;

    /// <inheritdoc/>
    public override bool IsEditorOpen => _editor.IsOpen;

    /// <summary>The scale of the screen that the next window is told: 1 for 96 dots an inch.</summary>
    public float EditorScale
    {
        get => _editor.Scale;
        set => _editor.Scale = value;
    }

    /// <summary>
    /// What the controller has asked its host to read again since it was loaded. Buses and latency are read when the caller suspends and
    /// resumes the plugin, the rest by itself; a new instance in place of this one is the caller's business.
    /// </summary>
    public Vst3RestartFlags Restarts => _host.Edits.Restarts;

    /// <summary>The address of the component's IComponent, for interfaces that this host does not know.</summary>
    public unsafe nint Component => (nint)_handle.Component;

    /// <summary>The address of the controller's IEditController; 0 if there is none.</summary>
    public unsafe nint Controller => (nint)_handle.Controller;

    /// <summary>Loads and initializes a plugin.</summary>
    /// <param name="path">The .vst3 bundle, or a library of VST3 classes.</param>
    /// <returns>The plugin, suspended; to be configured and resumed before it processes.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no VST3 plugin, or it failed.</exception>
    public static new Vst3Plugin Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string absolute = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        HostContext context = new();
        Vst3HostSide host = new(context.Output);
        try
        {
            return new Vst3Plugin(absolute, context, host, Vst3Handle.Load(absolute, host.Application, host.Edits));
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string GetProgramName(int program) => _programs.NameOf(program);

    /// <summary>Saves the component's state: what sounds. The controller follows it.</summary>
    /// <returns>A copy; empty if the plugin fails.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public override byte[] GetState()
    {
        RequireState();
        if (!IsResumed && _parameters.Any(parameter => parameter.HasPending))
        {
            _processor.Flush();
        }

        return _handle.GetComponentState() ?? [];
    }

    /// <summary>Restores the component's state, and shows it to the controller.</summary>
    /// <param name="state">From <see cref="GetState"/>.</param>
    /// <returns>Whether the plugin reports success.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public override bool SetState(ReadOnlySpan<byte> state)
    {
        RequireState();
        if (!_handle.SetComponentState(state))
        {
            return false;
        }

        foreach (Vst3Parameter parameter in _parameters)
        {
            parameter.Forget();
        }

        ServeRestarts();
        return true;
    }

    /// <summary>Saves the controller's own state: what does not sound, for example which page of its window is open.</summary>
    /// <returns>A copy; empty if it has none.</returns>
    public byte[] GetControllerState() => _handle.GetControllerState() ?? [];

    /// <summary>Restores the controller's own state, after the component's.</summary>
    /// <param name="state">From <see cref="GetControllerState"/>.</param>
    /// <returns>Whether the controller reports success.</returns>
    public bool SetControllerState(ReadOnlySpan<byte> state) => _handle.SetControllerState(state);

    /// <inheritdoc/>
    public override void Suspend()
    {
        base.Suspend();
        UpdateController();
        ServeRestarts();
    }

    /// <inheritdoc/>
    public override bool QueueMidi(in ShortMessage message)
    {
        if ((message.Status & 0xF0) is 0x80 or 0x90 or 0xA0)
        {
            return !HasEventInput || _processor.Events.Add(message);
        }

        return _midiMap.Find(message, out double value) is not { } parameter || parameter.Send(_processor.Changes, message.Frame, value);
    }

    /// <summary>Sets a parameter within the next block.</summary>
    /// <param name="frame">The frame in that block.</param>
    /// <param name="index">The parameter's index.</param>
    /// <param name="value">0 to 1.</param>
    /// <returns>False if the block's 4096 values are full.</returns>
    public bool QueueParameter(int frame, int index, float value) => _parameters[index].Send(_processor.Changes, frame, value);

    /// <inheritdoc/>
    public override bool TryOpenEditor(nint parent) => _editor.TryOpen(parent);

    /// <inheritdoc/>
    public override bool CanResizeEditor => _editor.CanResize;

    /// <inheritdoc/>
    public override bool TryResizeEditor(int width, int height) => _editor.TryResize(width, height);

    /// <inheritdoc/>
    public override bool TakeRestartRequest()
    {
        ServeRestarts();
        return Interlocked.Exchange(ref _wantsRestart, false);
    }

    /// <inheritdoc/>
    public override void IdleEditor()
    {
        _host.Loop?.Serve();
        UpdateController();
        ServeRestarts();
    }

    /// <inheritdoc/>
    public override void CloseEditor() => _editor.Close();

    private protected override bool ReportsStates => true;

    private protected override void ApplySettings()
    {
        ServeRestarts();
        _processor.SetUpBuses();
        if (IsResumed)
        {
            _processor.SetUpProcessing();
        }
    }

    private protected override void Activate()
    {
        if (IsResumed && !AllowsAnyCallOrder)
        {
            _processor.Reset();
        }
        else if (!_processor.Activate())
        {
            throw new InvalidOperationException($"{Name} refuses {SampleRate} frames a second with blocks of up to {BlockSize}.");
        }
    }

    private protected override void Deactivate() => _processor.Deactivate();

    private protected override void RenderBlock(int frames) => _processor.Process(frames, Inputs, Outputs);

    private protected override void Unload()
    {
        _host.Loop?.Clear();
        _handle.Dispose();
        _editor.Dispose();
        _processor.Dispose();
        _host.Dispose();
    }

    private Vst3Parameter[] ReadParameters()
    {
        List<Vst3Parameter> parameters = [];
        for (int index = 0; index < _handle.ParameterCount; index++)
        {
            if (_handle.TryGetParameter(index, out Vst3ParameterInfo info))
            {
                Vst3Parameter parameter = new(this, _handle, index, info);
                parameters.Add(parameter);
                _host.Edits.Register(parameter);
            }
        }

        return [.. parameters];
    }

    private void UpdateController()
    {
        foreach (Vst3Parameter parameter in _parameters)
        {
            parameter.UpdateController();
        }
    }

    // Values and names are asked for whenever they are needed, and the latency with each activation. While the plugin is resumed, the audio
    // thread may be processing: buses wait for the suspension.
    private void ServeRestarts()
    {
        Vst3RestartFlags flags = _host.Edits.TakeRestarts();
        if (flags.HasFlag(Vst3RestartFlags.MidiCCAssignmentChanged))
        {
            _midiMap.Read();
        }

        _hasNewBuses |= flags.HasFlag(Vst3RestartFlags.IoChanged);
        _wantsRestart |= (flags & (Vst3RestartFlags.IoChanged | Vst3RestartFlags.LatencyChanged)) != 0;
        if (_hasNewBuses && !IsResumed)
        {
            _hasNewBuses = false;
            _processor.SetUpBuses();
        }
    }
}
