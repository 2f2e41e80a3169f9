using DrumSpace.Abi.Clap;
using DrumSpace.Host.Interop;
using DrumSpace.Host.Interop.Clap;

namespace DrumSpace.Host;

/// <summary>A CLAP plugin, loaded and initialized: the first of its library.</summary>
/// <remarks>See <see cref="HostedPlugin"/>. The thread that loads the plugin is its main thread.</remarks>
public sealed class ClapPlugin : HostedPlugin
{
    private const ClapNoteDialects AllDialects = ClapNoteDialects.Clap | ClapNoteDialects.Midi;

    private readonly ClapHandle _handle;
    private readonly ClapHostSide _host;
    private readonly ClapEventOutput _output;
    private readonly ClapProcessor _processor;
    private readonly ClapEditor _editor;
    private readonly ClapParameter[] _parameters;
    private readonly bool _takesMidi;

    private ClapPlugin(string path, HostContext context, ClapHostSide host, ClapHandle handle)
        : base(path, context)
    {
        _host = host;
        _handle = handle;
        _output = new ClapEventOutput(context.Output);
        _processor = new ClapProcessor(handle, context, _output);
        _editor = new ClapEditor(handle, host);
        _parameters = [.. handle.Parameters().Select((info, index) => new ClapParameter(this, handle, index, info))];
        foreach (ClapParameter parameter in _parameters)
        {
            _output.Register(parameter);
        }

        // A plugin without a note port may still take MIDI.
        _takesMidi = (NoteDialects(isInput: true) & AllDialects) != ClapNoteDialects.Clap;
    }

    /// <summary>The unique id, for example "org.example.piano".</summary>
    public string Id => _handle.Id;

    /// <inheritdoc/>
    public override string Name => _handle.Name is { Length: > 0 } name ? name : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <inheritdoc/>
    public override string Vendor => _handle.Vendor;

    /// <summary>The version as the vendor writes it; may be empty.</summary>
    public string Version => _handle.Version;

    /// <summary>The plugin's keywords, for example "instrument".</summary>
    public IReadOnlyList<string> Features => _handle.Features;

    /// <inheritdoc/>
    public override int InputCount => _processor.InputCount;

    /// <inheritdoc/>
    public override int OutputCount => _processor.OutputCount;

    /// <inheritdoc/>
    public override bool SendsMidi => NoteDialects(isInput: false) != ClapNoteDialects.None;

    /// <inheritdoc/>
    public override int Latency => _handle.Latency;

    /// <inheritdoc/>
    public override int Tail => _handle.Tail;

    /// <inheritdoc/>
    public override IReadOnlyList<PluginParameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override bool HasState => _handle.HasState;

    /// <inheritdoc/>
    public override (int Width, int Height)? EditorSize => _editor.Size;

    /// <inheritdoc/>
    public override bool IsEditorOpen => _editor.IsOpen;

    /// <inheritdoc/>
    public override bool CanResizeEditor => _editor.CanResize;

    /// <summary>The address of the instance, for extensions that this host does not know.</summary>
    public nint Instance => _handle.Address;

    /// <summary>How often the plugin asked the host to read its parameters again.</summary>
    public int ParameterRescans => _host.Rescans;

    /// <summary>The first 1000 lines that the plugin wrote into the host's log, each with its severity.</summary>
    public IReadOnlyList<string> Log => _host.Log;

    /// <summary>Loads and initializes a plugin.</summary>
    /// <param name="path">The .clap file.</param>
    /// <returns>The plugin, suspended; to be configured and resumed before it processes.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no CLAP plugin, or it failed.</exception>
    public static new ClapPlugin Load(string path) => Load(path, AllDialects);

    /// <summary>Loads and initializes a plugin as a host that does not support all dialects of notes.</summary>
    /// <param name="path">The .clap file.</param>
    /// <param name="dialects">The dialects that the host reports.</param>
    /// <returns>The plugin, suspended.</returns>
    /// <exception cref="PluginLoadException">As for <see cref="Load(string)"/>.</exception>
    public static unsafe ClapPlugin Load(string path, ClapNoteDialects dialects)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string absolute = System.IO.Path.GetFullPath(path);
        HostContext context = new();
        ClapHostSide host = new(context, dialects);
        try
        {
            return new ClapPlugin(absolute, context, host, ClapHandle.Load(absolute, host.Host));
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>The dialects of the first note port of a direction; none if there is no port.</summary>
    /// <param name="isInput">Whether notes go into the plugin.</param>
    public ClapNoteDialects NoteDialects(bool isInput) => _handle.NoteDialects(isInput);

    /// <summary>Whether a parameter can be modulated.</summary>
    /// <param name="index">The parameter's index.</param>
    public bool CanBeModulated(int index) => _parameters[index].CanBeModulated;

    /// <summary>The plugin's side of an extension.</summary>
    /// <param name="id">The extension's id.</param>
    /// <returns>The address of its struct; 0 if the plugin has none.</returns>
    public nint Extension(string id) => _handle.ExtensionAddress(id);

    /// <inheritdoc/>
    public override byte[] GetState()
    {
        RequireState();
        return ClapStream.Save(_handle);
    }

    /// <inheritdoc/>
    public override bool SetState(ReadOnlySpan<byte> state)
    {
        RequireState();
        return ClapStream.Load(_handle, state);
    }

    /// <inheritdoc/>
    public override void Suspend()
    {
        base.Suspend();
        if (_host.TakeCallbackRequest())
        {
            _handle.CallOnMainThread();
        }
    }

    /// <inheritdoc/>
    public override bool QueueMidi(in ShortMessage message)
    {
        bool isNote = message.IsNoteOn || message.IsNoteOff;
        return _takesMidi ? _processor.Events.AddMidi(message) : !isNote || _processor.Events.AddNote(message);
    }

    /// <summary>Sends the plugin a CLAP note with the next block, even if it prefers MIDI.</summary>
    /// <param name="message">A note-on or note-off; its frame must lie in that block.</param>
    /// <returns>False if the block's 4096 events are full.</returns>
    /// <exception cref="ArgumentException">The message is no note.</exception>
    public bool QueueNote(in ShortMessage message) => message.IsNoteOn || message.IsNoteOff
        ? _processor.Events.AddNote(message)
        : throw new ArgumentException("The message is neither a note-on nor a note-off.", nameof(message));

    /// <summary>Sets a parameter within the next block.</summary>
    /// <param name="frame">The frame in that block.</param>
    /// <param name="index">The parameter's index.</param>
    /// <param name="value">0 to 1.</param>
    /// <returns>False if the block's 4096 events are full.</returns>
    public bool QueueParameter(int frame, int index, float value) => _parameters[index].Send(_processor.Events, frame, value);

    /// <summary>Sets a parameter's modulation within the next block, in place of the one before.</summary>
    /// <param name="frame">The frame in that block.</param>
    /// <param name="index">The parameter's index.</param>
    /// <param name="amount">The amount that is added, as a share of the parameter's range: -1 to 1.</param>
    /// <returns>False if the block's 4096 events are full.</returns>
    public bool QueueModulation(int frame, int index, float amount) => _parameters[index].SendModulation(_processor.Events, frame, amount);

    /// <inheritdoc/>
    public override bool TryOpenEditor(nint parent) => _editor.TryOpen(parent);

    /// <inheritdoc/>
    public override bool TryResizeEditor(int width, int height) => _editor.TryResize(width, height);

    /// <inheritdoc/>
    public override bool TakeRestartRequest() => _host.TakeRestartRequest();

    /// <inheritdoc/>
    public override void IdleEditor()
    {
        _editor.Idle();
        if (_host.TakeCallbackRequest())
        {
            _handle.CallOnMainThread();
        }

        // A resumed plugin sends its edits with the next block.
        if (_host.TakeFlushRequest() && !IsResumed)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public override void CloseEditor() => _editor.Close();

    /// <summary>Sends the values that were set, without a block. Only while the plugin is suspended, on the main thread.</summary>
    internal void Flush()
    {
        SendPending();
        _processor.Flush();
    }

    private protected override bool ReportsStates => true;

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

    private protected override void RenderBlock(int frames)
    {
        SendPending();
        _processor.Process(frames, Inputs, Outputs);
    }

    private protected override void Unload()
    {
        _handle.Unload();
        _host.Dispose();
        _output.Dispose();
        _processor.Dispose();
    }

    private void SendPending()
    {
        foreach (ClapParameter parameter in _parameters)
        {
            parameter.SendPending(_processor.Events);
        }
    }
}
