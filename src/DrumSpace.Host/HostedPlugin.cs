using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>A loaded plugin of any format.</summary>
/// <remarks>
/// Like a host, the caller has one main thread for everything but <see cref="Process"/>, <see cref="QueueMidi"/> and the values of
/// parameters, which may come from an audio thread. Those neither lock nor allocate after <see cref="Configure"/>.
/// Plugins run inside of this process: one that crashes ends it.
/// </remarks>
public abstract class HostedPlugin : IDisposable
{
    private readonly HostContext _context;
    private bool _disposed;

    private protected HostedPlugin(string path, HostContext context)
    {
        Path = path;
        _context = context;
    }

    /// <summary>The plugin's file, or its bundle's folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The plugin's name; the file's if the plugin has none.</summary>
    public abstract string Name { get; }

    /// <summary>The vendor's name; may be empty.</summary>
    public abstract string Vendor { get; }

    /// <summary>The number of audio inputs.</summary>
    public abstract int InputCount { get; }

    /// <summary>The number of audio outputs.</summary>
    public abstract int OutputCount { get; }

    /// <summary>Whether the plugin says that it outputs MIDI.</summary>
    public abstract bool SendsMidi { get; }

    /// <summary>The latency in frames.</summary>
    public abstract int Latency { get; }

    /// <summary>The length in frames of what sounds after the input has ended; 1 for none, 0 for unknown.</summary>
    public abstract int Tail { get; }

    /// <summary>The parameters by index.</summary>
    public abstract IReadOnlyList<PluginParameter> Parameters { get; }

    /// <summary>The number of programs; 0 in formats that have none.</summary>
    public virtual int ProgramCount => 0;

    /// <summary>The current program, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such program.</exception>
    public virtual int Program
    {
        get => 0;
        set => throw new ArgumentOutOfRangeException(nameof(value), value, "The plugin has no programs.");
    }

    /// <summary>Whether the plugin keeps its state in bytes of its own; if not, the state is the parameters' values.</summary>
    public abstract bool HasState { get; }

    /// <summary>The window's size in pixels, as the plugin gives it or asked for last; null without a window.</summary>
    public abstract (int Width, int Height)? EditorSize { get; }

    /// <summary>Whether the window is open.</summary>
    public abstract bool IsEditorOpen { get; }

    /// <summary>The announced sample rate in Hz.</summary>
    public double SampleRate => _context.SampleRate;

    /// <summary>The announced largest block in frames.</summary>
    public int BlockSize => _context.BlockSize;

    /// <summary>The largest block that <see cref="Process"/> takes, in frames; may be above <see cref="BlockSize"/>.</summary>
    public int BlockCapacity => Outputs.Frames;

    /// <summary>Whether the plugin has more channels than when it was configured: configure it again before <see cref="Process"/>.</summary>
    public bool HasChangedChannels => InputCount > Inputs.ChannelCount || OutputCount > Outputs.ChannelCount;

    /// <summary>Whether the plugin is resumed.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>
    /// Whether calls are passed on in any order, even one that no format allows: blocks while suspended, a new sample rate while resumed,
    /// a second suspension. For tests of plugins; blocks above <see cref="BlockCapacity"/> are refused nevertheless.
    /// </summary>
    public bool AllowsAnyCallOrder { get; set; }

    /// <summary>The pacing that is reported to the plugin: in VST2 at once, in CLAP and VST3 with the next resumption.</summary>
    public ProcessPacing Pacing
    {
        get => _context.Pacing;
        set => _context.Pacing = value;
    }

    /// <summary>The source of the plugin's song time; null for a host without a transport.</summary>
    public SongTime? Transport
    {
        get => _context.Transport;
        set => _context.Transport = value;
    }

    /// <summary>
    /// The answer to MIDI that the plugin outputs, in VST2: 1 if true, else 0, as from Ardour and JUCE. The MIDI is recorded either way.
    /// </summary>
    public bool AcceptsEvents
    {
        get => _context.AcceptsEvents;
        set => _context.AcceptsEvents = value;
    }

    /// <summary>The MIDI that the plugin output in the last block, unsorted and unchecked. Valid until the next block.</summary>
    public ReadOnlySpan<ShortMessage> Emitted => _context.Output.Messages;

    /// <summary>The number of output events that were no channel messages or did not fit (16384 a block).</summary>
    public int DroppedEvents => _context.Output.DroppedEvents;

    /// <summary>The number of events that were output outside of <see cref="Process"/>, which this host ignores as many do.</summary>
    public int EventsOutsideProcess => _context.Output.EventsOutsideProcess;

    /// <summary>The plugin's own parameter changes and gestures since <see cref="ClearEdits"/>, at most 4096.</summary>
    public ReadOnlySpan<ParameterEdit> Edits => _context.Output.Edits;

    /// <summary>Whether the format obliges plugins to report that they took a state.</summary>
    private protected abstract bool ReportsStates { get; }

    private protected AudioBuffers Inputs { get; private set; } = new(0, 0);

    private protected AudioBuffers Outputs { get; private set; } = new(0, 0);

    /// <summary>Loads and opens a plugin: CLAP if it is named *.clap, VST3 if *.vst3; else VST2, or VST3 if it is that alone.</summary>
    /// <param name="path">The plugin's file, or a VST3 bundle's folder.</param>
    /// <returns>The plugin, suspended; call <see cref="Configure"/> and <see cref="Resume"/> before <see cref="Process"/>.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no plugin, or its entry point failed.</exception>
    public static HostedPlugin Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = System.IO.Path.GetExtension(System.IO.Path.TrimEndingDirectorySeparator(path)).ToUpperInvariant();
        return extension == ".CLAP" ? ClapPlugin.Load(path)
            : extension == ".VST3" || PluginLibrary.FirstExport(path, "VSTPluginMain", "GetPluginFactory") == "GetPluginFactory"
                ? Vst3Plugin.Load(path)
            : Vst2Plugin.Load(path);
    }

    /// <summary>Finds a parameter by name: an exact match first, then one that ignores case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">There is none; the message lists the parameters.</exception>
    public PluginParameter Parameter(string name) => Parameters.FirstOrDefault(p => p.Name == name)
        ?? Parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(Parameters.Count == 0
            ? $"{Name} has no parameter \"{name}\": it has none at all."
            : $"{Name} has no parameter \"{name}\". It has: {string.Join(", ", Parameters.Select(p => p.Name))}.");

    /// <summary>Forgets <see cref="Edits"/>.</summary>
    public void ClearEdits() => _context.Output.ClearEdits();

    /// <summary>A program's name, without selecting the program; empty if the plugin does not give it.</summary>
    /// <param name="program">From 0.</param>
    /// <returns>The name.</returns>
    public virtual string GetProgramName(int program) => "";

    /// <summary>Saves the plugin's whole state.</summary>
    /// <returns>A copy; empty if the plugin fails.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public abstract byte[] GetState();

    /// <summary>Restores the plugin's state.</summary>
    /// <param name="state">From <see cref="GetState()"/>.</param>
    /// <returns>Whether the plugin reports success; many VST2 plugins never do.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public abstract bool SetState(ReadOnlySpan<byte> state);

    /// <summary>Restores the plugin's state, and finds out whether the plugin took it even where it does not report success.</summary>
    /// <param name="state">Bytes of any origin.</param>
    /// <returns>False if the plugin refused them: it reports no success, and its own state stayed as it was.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public bool TrySetState(ReadOnlySpan<byte> state)
    {
        byte[] before = GetState();
        if (SetState(state))
        {
            return true;
        }

        byte[] after = GetState();
        return !ReportsStates && (!after.SequenceEqual(before) || state.SequenceEqual(after));
    }

    /// <summary>Opens the plugin's window inside of a parent. What a hand does there is recorded as <see cref="Edits"/>.</summary>
    /// <param name="parent">An X11 window's number, or an HWND.</param>
    /// <returns>Whether it is open: the plugin may have no window, or not be able to show it.</returns>
    public abstract bool TryOpenEditor(nint parent);

    /// <summary>
    /// Does what an open window needs of its host's thread: call it about 30 times a second, and look at <see cref="EditorSize"/> then, to
    /// which the parent is to be resized.
    /// </summary>
    public abstract void IdleEditor();

    /// <summary>Whether the user may resize the window; else its size is the plugin's alone.</summary>
    public virtual bool CanResizeEditor => false;

    /// <summary>Resizes the window to the nearest size that it can have; <see cref="EditorSize"/> is that size then.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <returns>Whether the plugin took a size.</returns>
    public virtual bool TryResizeEditor(int width, int height) => false;

    /// <summary>Whether the plugin has asked, since the last question, to be suspended and resumed: its latency or its channels changed.</summary>
    /// <returns>True once a request.</returns>
    public virtual bool TakeRestartRequest() => false;

    /// <summary>Closes the window; without effect if it is closed.</summary>
    public abstract void CloseEditor();

    /// <summary>Announces the sample rate and the block size, and allocates the buffers. The plugin must be suspended.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="blockSize">The announced largest block in frames.</param>
    /// <param name="capacity">The largest block that will be sent, in frames, if that is above what is announced; else 0.</param>
    /// <exception cref="InvalidOperationException">The plugin is resumed.</exception>
    public void Configure(double sampleRate, int blockSize, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSize);
        if (IsResumed && !AllowsAnyCallOrder)
        {
            throw new InvalidOperationException("Suspend the plugin before changing the sample rate or block size.");
        }

        _context.SampleRate = sampleRate;
        _context.BlockSize = blockSize;
        ApplySettings();
        Inputs.Dispose();
        Outputs.Dispose();
        Inputs = new AudioBuffers(InputCount, Math.Max(blockSize, capacity));
        Outputs = new AudioBuffers(OutputCount, Math.Max(blockSize, capacity));
    }

    /// <summary>Switches the plugin on. A second call resumes it again in VST2 and resets it in CLAP and VST3.</summary>
    /// <exception cref="InvalidOperationException">The plugin refuses the sample rate or the block size.</exception>
    public void Resume()
    {
        Activate();
        IsResumed = true;
    }

    /// <summary>Switches the plugin off; without effect if it is off.</summary>
    public virtual void Suspend()
    {
        if (IsResumed || AllowsAnyCallOrder)
        {
            IsResumed = false;
            Deactivate();
        }
    }

    /// <summary>Sends the plugin a message with the next block.</summary>
    /// <param name="message">Its frame must lie in that block; send in order of frames.</param>
    /// <returns>False if the block's 4096 messages are full.</returns>
    public abstract bool QueueMidi(in ShortMessage message);

    /// <summary>An input's buffer, to be filled before <see cref="Process"/>; silent unless written to.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="BlockCapacity"/> frames.</returns>
    public Span<float> Input(int channel) => Inputs.Channel(channel);

    /// <summary>What the plugin rendered in the last block.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="BlockCapacity"/> frames, the first of which are the block's.</returns>
    public ReadOnlySpan<float> Output(int channel) => Outputs.Channel(channel);

    /// <summary>Sends the queued MIDI and renders a block.</summary>
    /// <param name="frames">1 to <see cref="BlockCapacity"/>.</param>
    /// <exception cref="InvalidOperationException">The plugin is suspended, or has changed its channels.</exception>
    public void Process(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, BlockCapacity);
        if (!IsResumed && !AllowsAnyCallOrder)
        {
            throw new InvalidOperationException("Resume the plugin before processing.");
        }

        if (HasChangedChannels)
        {
            throw new InvalidOperationException($"{Name} has changed its channels; configure it again.");
        }

        _context.Output.ClearMessages();
        _context.EnterAudioThread();
        try
        {
            RenderBlock(frames);
        }
        finally
        {
            _context.LeaveAudioThread();
        }
    }

    /// <summary>Closes the window, suspends the plugin, frees it and unloads its library.</summary>
    public virtual void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            CloseEditor();
            Suspend();
            Unload();
            Inputs.Dispose();
            Outputs.Dispose();
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Passes the sample rate and the block size on, where the format does that before the activation.</summary>
    private protected virtual void ApplySettings()
    {
    }

    /// <summary>Switches the instance on; it may be on already.</summary>
    private protected abstract void Activate();

    /// <summary>Switches the instance off.</summary>
    private protected abstract void Deactivate();

    /// <summary>Renders a block between <see cref="Inputs"/> and <see cref="Outputs"/>, on the audio thread.</summary>
    private protected abstract void RenderBlock(int frames);

    /// <summary>Frees the instance, its library and what the host made for it.</summary>
    private protected abstract void Unload();

    private protected void RequireState()
    {
        if (!HasState)
        {
            throw new InvalidOperationException($"{Name} keeps no state chunk; its state is its parameters' values.");
        }
    }
}
