using System.Text;
using DrumSpace.Abi.Clap;
using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>A CLAP plugin, loaded and initialized; written by anyone. Of a library with several plugins, the first.</summary>
/// <remarks>See <see cref="HostedPlugin"/>; the thread that loads the plugin is the main thread that the plugin is told of.</remarks>
public sealed unsafe partial class ClapPlugin : HostedPlugin
{
    private const ClapNoteDialects AllDialects = ClapNoteDialects.Clap | ClapNoteDialects.Midi;

    private readonly ClapLibrary _library;
    private readonly ClapHostSide _host;
    private readonly ClapParameter[] _parameters;
    private bool _disposed;

    private ClapPlugin(string path, ClapLibrary library, ClapHostSide host)
        : base(path)
    {
        _library = library;
        _host = host;
        _inputPorts = CountChannels(isInput: 1);
        _outputPorts = CountChannels(isInput: 0);
        _parameters = ReadParameters();

        // A plugin that names no note port may still take MIDI.
        _takesMidi = (NoteDialects(isInput: true) & AllDialects) != ClapNoteDialects.Clap;
        _inputs = new AudioBuffers(0, 0);
        _outputs = new AudioBuffers(0, 0);
    }

    /// <summary>The id that names the plugin for ever, for example "org.example.piano".</summary>
    public string Id => ClapLibrary.Text(_library.Instance->Descriptor->Id);

    /// <inheritdoc/>
    public override string Name => ClapLibrary.Text(_library.Instance->Descriptor->Name) is { Length: > 0 } name
        ? name
        : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <inheritdoc/>
    public override string Vendor => ClapLibrary.Text(_library.Instance->Descriptor->Vendor);

    /// <summary>The version as the vendor writes it; may be empty.</summary>
    public string Version => ClapLibrary.Text(_library.Instance->Descriptor->Version);

    /// <summary>What the plugin says that it is, for example "instrument".</summary>
    public IReadOnlyList<string> Features
    {
        get
        {
            List<string> features = [];
            for (byte** feature = _library.Instance->Descriptor->Features; feature != null && *feature != null; feature++)
            {
                features.Add(ClapLibrary.Text(*feature));
            }

            return features;
        }
    }

    /// <inheritdoc/>
    public override int InputCount => _inputPorts.Sum();

    /// <inheritdoc/>
    public override int OutputCount => _outputPorts.Sum();

    /// <inheritdoc/>
    public override int Latency => _library.Latency == null ? 0 : (int)_library.Latency->Get(_library.Instance);

    /// <inheritdoc/>
    public override int Tail => _library.Tail == null ? 0 : (int)Math.Min(_library.Tail->Get(_library.Instance), int.MaxValue);

    /// <summary>The address of the instance, for what the plugin's own extensions want.</summary>
    public nint Instance => (nint)_library.Instance;

    /// <summary>Loads and initializes a plugin.</summary>
    /// <param name="path">The .clap file.</param>
    /// <returns>The plugin, suspended; to be configured and resumed before it processes.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no CLAP plugin, or refused.</exception>
    public static new ClapPlugin Load(string path) => Load(path, AllDialects);

    /// <summary>As <see cref="Load(string)"/>, as a host that does not know all dialects.</summary>
    /// <param name="path">The .clap file.</param>
    /// <param name="dialects">What the host says that it understands of notes.</param>
    /// <returns>The plugin.</returns>
    /// <exception cref="PluginLoadException">As there.</exception>
    public static ClapPlugin Load(string path, ClapNoteDialects dialects)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string absolute = System.IO.Path.GetFullPath(path);
        ClapHostSide host = new(dialects);
        try
        {
            return new ClapPlugin(absolute, ClapLibrary.Load(absolute, host.Host), host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>The dialects of the first note port of a direction; none where the plugin has no such port.</summary>
    /// <param name="isInput">Into the plugin, else out of it.</param>
    /// <returns>The dialects.</returns>
    public ClapNoteDialects NoteDialects(bool isInput)
    {
        byte input = isInput ? (byte)1 : (byte)0;
        ClapNotePortInfo info = default;
        bool hasPort = _library.NotePorts != null && _library.NotePorts->Count(_library.Instance, input) > 0
            && _library.NotePorts->Get(_library.Instance, 0, input, &info) != 0;
        return hasPort ? info.SupportedDialects : ClapNoteDialects.None;
    }

    /// <summary>The plugin's side of an extension that this host does not know itself.</summary>
    /// <param name="id">The extension's id.</param>
    /// <returns>The address of its struct; 0 where the plugin has none.</returns>
    public nint Extension(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (nint)_library.Extension(Encoding.UTF8.GetBytes(id));
    }

    /// <summary>Suspends the plugin, ends it and unloads its library.</summary>
    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        Suspend();
        _disposed = true;
        _library.Unload();
        _host.Dispose();
        _events.Dispose();
        _inputs.Dispose();
        _outputs.Dispose();
    }

    // The channels of each port; the host's channels are those of all ports, one behind the other.
    private int[] CountChannels(byte isInput)
    {
        uint ports = _library.AudioPorts == null ? 0 : _library.AudioPorts->Count(_library.Instance, isInput);
        int[] channels = new int[ports];
        for (int port = 0; port < channels.Length; port++)
        {
            ClapAudioPortInfo info;
            channels[port] = _library.AudioPorts->Get(_library.Instance, (uint)port, isInput, &info) != 0 ? (int)info.ChannelCount : 0;
        }

        return channels;
    }

    private ClapParameter[] ReadParameters()
    {
        List<ClapParameter> parameters = [];
        uint count = _library.Params == null ? 0 : _library.Params->Count(_library.Instance);
        for (uint index = 0; index < count; index++)
        {
            ClapParamInfo info;
            if (_library.Params->GetInfo(_library.Instance, index, &info) != 0)
            {
                _host.Learn(parameters.Count, info);
                parameters.Add(new ClapParameter(this, _library, parameters.Count, ref info));
            }
        }

        return [.. parameters];
    }
}
