using DrumSpace.Abi.Vst2;
using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>A VST 2.4 plugin, loaded and opened; written by anyone.</summary>
public sealed partial class Vst2Plugin : HostedPlugin
{
    private readonly Effect _effect;
    private readonly HostSide _host;
    private bool _disposed;

    private Vst2Plugin(string path, Effect effect, HostSide host)
        : base(path)
    {
        _effect = effect;
        _host = host;
        Parameters = [.. Enumerable.Range(0, effect.Fields.ParameterCount).Select(i => new Vst2Parameter(effect, i))];
        _inputs = new AudioBuffers(0, 0);
        _outputs = new AudioBuffers(0, 0);
    }

    /// <inheritdoc/>
    public override string Name => _effect.GetText(EffectOpcode.GetEffectName) is { Length: > 0 } name
        ? name
        : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <inheritdoc/>
    public override string Vendor => _effect.GetText(EffectOpcode.GetVendorString);

    /// <summary>The product's name; may be empty.</summary>
    public string Product => _effect.GetText(EffectOpcode.GetProductString);

    /// <summary>The version in the vendor's own counting.</summary>
    public int Version
    {
        get
        {
            var version = (int)_effect.Ask(EffectOpcode.GetVendorVersion);
            return version != 0 ? version : _effect.Fields.Version;
        }
    }

    /// <summary>The VST version that the plugin speaks: 2400 for 2.4, 0 where it does not say.</summary>
    public int VstVersion => (int)_effect.Ask(EffectOpcode.GetVstVersion);

    /// <summary>The four characters that name the plugin for ever, as a number.</summary>
    public int UniqueId => _effect.Fields.UniqueId;

    /// <summary>What the plugin is and can.</summary>
    public EffectFlags Flags => _effect.Fields.Flags;

    /// <summary>An <see cref="EffectCategory"/>.</summary>
    public int Category => (int)_effect.Ask(EffectOpcode.GetCategory);

    /// <inheritdoc/>
    public override int InputCount => _effect.Fields.InputCount;

    /// <inheritdoc/>
    public override int OutputCount => _effect.Fields.OutputCount;

    /// <inheritdoc/>
    public override int Latency => _effect.Fields.InitialDelay;

    /// <inheritdoc/>
    public override int Tail => (int)_effect.Ask(EffectOpcode.GetTailSize);

    /// <summary>Whether the plugin asked for MIDI in the way of hosts older than VST 2.4; some hosts still look at this.</summary>
    public bool WantedMidi => _host.WantedMidi;

    /// <summary>How often the plugin said that its program or texts changed.</summary>
    public int DisplayUpdates => _host.DisplayUpdates;

    /// <summary>Loads and opens a plugin.</summary>
    /// <param name="path">The .so or .dll file.</param>
    /// <returns>The plugin, suspended; to be configured and resumed before it processes.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no VST2 plugin, or its entry refused.</exception>
    public static new Vst2Plugin Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string absolute = System.IO.Path.GetFullPath(path);
        HostSide host = new(System.IO.Path.GetDirectoryName(absolute) ?? "");
        try
        {
            Effect effect = Effect.Load(absolute, host);
            effect.Ask(EffectOpcode.Open);
            return new Vst2Plugin(absolute, effect, host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Asks whether the plugin can do something.</summary>
    /// <param name="ability">For example "receiveVstMidiEvent".</param>
    /// <returns>1 yes, -1 no, 0 don't know.</returns>
    public int CanDo(string ability)
    {
        ArgumentNullException.ThrowIfNull(ability);
        return (int)_effect.SetText(EffectOpcode.CanDo, ability);
    }

    /// <summary>Calls what a vendor defined for its own plugins.</summary>
    /// <param name="index">The vendor's first number.</param>
    /// <param name="value">The vendor's second number.</param>
    /// <param name="data">Memory that the plugin may read and write.</param>
    /// <returns>The plugin's answer; 0 from plugins that know nothing of it.</returns>
    public unsafe long VendorSpecific(int index, long value, Span<byte> data)
    {
        fixed (byte* pointer = data)
        {
            return _effect.Dispatch(EffectOpcode.VendorSpecific, index, (nint)value, pointer);
        }
    }

    /// <summary>Closes the plugin's window if it is open, suspends it, ends it and unloads its library.</summary>
    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        CloseEditor();
        Suspend();
        _effect.Unload();
        _host.Dispose();
        _midi.Dispose();
        _inputs.Dispose();
        _outputs.Dispose();
    }
}
