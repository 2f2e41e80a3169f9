using DrumSpace.Abi.Vst2;
using DrumSpace.Host.Interop;
using DrumSpace.Host.Interop.Vst2;

namespace DrumSpace.Host;

/// <summary>A VST 2.4 plugin, loaded and opened.</summary>
/// <remarks>See <see cref="HostedPlugin"/>.</remarks>
public sealed class Vst2Plugin : HostedPlugin
{
    private readonly Vst2Effect _effect;
    private readonly Vst2HostSide _host;
    private readonly Vst2MidiInput _midi = new();

    private Vst2Plugin(string path, HostContext context, Vst2HostSide host, Vst2Effect effect)
        : base(path, context)
    {
        _host = host;
        _effect = effect;
        Editor = new Vst2Editor(effect);
        Parameters = [.. Enumerable.Range(0, effect.Fields.ParameterCount).Select(index => new Vst2Parameter(effect, index))];
    }

    /// <inheritdoc/>
    public override string Name => _effect.GetText(EffectOpcode.GetEffectName) is { Length: > 0 } name
        ? name
        : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <inheritdoc/>
    public override string Vendor => _effect.GetText(EffectOpcode.GetVendorString);

    /// <summary>The product's name; may be empty.</summary>
    public string Product => _effect.GetText(EffectOpcode.GetProductString);

    /// <summary>The version in the vendor's own numbering.</summary>
    public int Version => Ask(EffectOpcode.GetVendorVersion) is not 0 and var version ? version : _effect.Fields.Version;

    /// <summary>The VST version that the plugin reports: 2400 for 2.4, 0 for none.</summary>
    public int VstVersion => Ask(EffectOpcode.GetVstVersion);

    /// <summary>The unique id, usually four characters.</summary>
    public int UniqueId => _effect.Fields.UniqueId;

    /// <summary>The plugin's properties.</summary>
    public EffectFlags Flags => _effect.Fields.Flags;

    /// <summary>An <see cref="EffectCategory"/>.</summary>
    public int Category => Ask(EffectOpcode.GetCategory);

    /// <inheritdoc/>
    public override int InputCount => _effect.Fields.InputCount;

    /// <inheritdoc/>
    public override int OutputCount => _effect.Fields.OutputCount;

    /// <inheritdoc/>
    public override bool SendsMidi => CanDo("sendVstMidiEvent") == 1;

    /// <inheritdoc/>
    public override int Latency => _effect.Fields.InitialDelay;

    /// <inheritdoc/>
    public override int Tail => Ask(EffectOpcode.GetTailSize);

    /// <inheritdoc/>
    public override IReadOnlyList<PluginParameter> Parameters { get; }

    /// <inheritdoc/>
    public override int ProgramCount => _effect.Fields.ProgramCount;

    /// <inheritdoc/>
    public override int Program
    {
        get => Ask(EffectOpcode.GetProgram);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, ProgramCount);
            Ask(EffectOpcode.SetProgram, value);
        }
    }

    /// <summary>The current program's name.</summary>
    public string ProgramName
    {
        get => _effect.GetText(EffectOpcode.GetProgramName);
        set => _effect.SetText(EffectOpcode.SetProgramName, value);
    }

    /// <inheritdoc/>
    public override bool HasState => Flags.HasFlag(EffectFlags.ProgramChunks);

    /// <summary>The plugin's window.</summary>
    public Vst2Editor Editor { get; }

    /// <inheritdoc/>
    public override (int Width, int Height)? EditorSize => _host.RequestedSize ?? Editor.Size;

    /// <inheritdoc/>
    public override bool IsEditorOpen => Editor.IsOpen;

    /// <summary>Whether the plugin asked for MIDI in the way of hosts before VST 2.4, which some hosts still require.</summary>
    public bool WantedMidi => _host.WantedMidi;

    /// <summary>How often the plugin reported that its program or texts changed.</summary>
    public int DisplayUpdates => _host.DisplayUpdates;

    /// <summary>The number of event lists that the plugin output in the last block; some hosts expect at most one.</summary>
    public int EmittedLists => _host.EventLists;

    /// <summary>Loads and opens a plugin.</summary>
    /// <param name="path">The .so or .dll file.</param>
    /// <returns>The plugin, suspended; to be configured and resumed before it processes.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no VST2 plugin, or its entry point failed.</exception>
    public static new Vst2Plugin Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string absolute = System.IO.Path.GetFullPath(path);
        HostContext context = new();
        Vst2HostSide host = new(context, System.IO.Path.GetDirectoryName(absolute) ?? "");
        try
        {
            return new Vst2Plugin(absolute, context, host, Vst2Effect.Load(absolute, host));
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Asks whether the plugin has a feature.</summary>
    /// <param name="ability">For example "receiveVstMidiEvent".</param>
    /// <returns>1 for yes, -1 for no, 0 for unknown.</returns>
    public int CanDo(string ability) => (int)_effect.SetText(EffectOpcode.CanDo, ability);

    /// <summary>Calls a function that the vendor defines.</summary>
    /// <param name="index">The first argument.</param>
    /// <param name="value">The second argument.</param>
    /// <param name="data">Memory that the plugin may read and write.</param>
    /// <returns>The plugin's answer; 0 if it does not know the function.</returns>
    public long VendorSpecific(int index, long value, Span<byte> data) => _effect.VendorSpecific(index, (nint)value, data);

    /// <summary>Bypasses the plugin, which is processed nevertheless. Without effect in plugins that do not support it.</summary>
    /// <param name="bypassed">Whether the plugin should be silent.</param>
    public void SetBypass(bool bypassed) => Ask(EffectOpcode.SetBypass, bypassed ? 1 : 0);

    /// <inheritdoc/>
    public override string GetProgramName(int program) => _effect.GetText(EffectOpcode.GetProgramNameIndexed, program);

    /// <inheritdoc/>
    public override byte[] GetState() => GetState(programOnly: false);

    /// <inheritdoc/>
    public override bool SetState(ReadOnlySpan<byte> state) => SetState(state, programOnly: false);

    /// <summary>Saves the state of the whole bank or of the current program.</summary>
    /// <param name="programOnly">Whether to save the current program alone.</param>
    /// <returns>A copy of the chunk; empty if the plugin gives none.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps no chunk (<see cref="HasState"/>).</exception>
    public byte[] GetState(bool programOnly)
    {
        RequireState();
        return _effect.GetChunk(programOnly);
    }

    /// <summary>Restores the state of the whole bank or of the current program.</summary>
    /// <param name="state">A chunk from <see cref="GetState(bool)"/>.</param>
    /// <param name="programOnly">As it was saved.</param>
    /// <returns>Whether the plugin reports success; many never do.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps no chunk (<see cref="HasState"/>).</exception>
    public bool SetState(ReadOnlySpan<byte> state, bool programOnly)
    {
        RequireState();
        return _effect.SetChunk(state, programOnly);
    }

    /// <inheritdoc/>
    public override bool QueueMidi(in ShortMessage message) => _midi.Add(message);

    /// <inheritdoc/>
    public override bool TryOpenEditor(nint parent)
    {
        _host.RequestedSize = null;
        return Editor.IsSupported && Editor.Open(parent);
    }

    /// <inheritdoc/>
    public override void IdleEditor()
    {
        // Plugins may rely on an open window in it.
        if (Editor.IsOpen)
        {
            Editor.Idle();
        }
    }

    /// <inheritdoc/>
    public override void CloseEditor() => Editor.Close();

    private protected override bool ReportsStates => false;

    private protected override void ApplySettings()
    {
        _effect.Ask(EffectOpcode.SetSampleRate, option: (float)SampleRate);
        Ask(EffectOpcode.SetBlockSize, BlockSize);
    }

    private protected override void Activate()
    {
        Ask(EffectOpcode.MainsChanged, 1);
        Ask(EffectOpcode.StartProcess);
    }

    private protected override void Deactivate()
    {
        Ask(EffectOpcode.StopProcess);
        Ask(EffectOpcode.MainsChanged);
    }

    private protected override void RenderBlock(int frames)
    {
        _host.BeginBlock();
        _midi.Send(_effect);
        _effect.Process(Inputs, Outputs, frames);
    }

    private protected override void Unload()
    {
        _effect.Unload();
        _host.Dispose();
        _midi.Dispose();
    }

    private int Ask(int opcode, int value = 0) => (int)_effect.Ask(opcode, 0, value);
}
