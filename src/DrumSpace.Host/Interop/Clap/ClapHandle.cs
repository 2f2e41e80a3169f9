using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The raw CLAP instance, its extensions and its library. Nothing above this folder sees a pointer.</summary>
/// <remarks>Adds no lock and no allocation to a call; the caller keeps to the threads of CLAP.</remarks>
internal sealed unsafe class ClapHandle
{
    private readonly nint _library;
    private readonly ClapPluginEntry* _entry;

    private ClapHandle(nint library, ClapPluginEntry* entry, ClapInstance* instance)
    {
        _library = library;
        _entry = entry;
        Instance = instance;
        Params = (ClapPluginParams*)Extension(ClapExtension.Params);
    }

    /// <summary>Null once unloaded, so that a late call throws instead of entering freed code.</summary>
    public ClapInstance* Instance { get; private set; }

    public nint Address => (nint)Instance;

    /// <summary>Null without parameters, and once unloaded.</summary>
    public ClapPluginParams* Params { get; private set; }

    public ClapPluginState* State => (ClapPluginState*)Extension(ClapExtension.State);

    public ClapPluginRender* Render => (ClapPluginRender*)Extension(ClapExtension.Render);

    public bool HasState => State != null;

    public string Id => Text(Instance->Descriptor->Id);

    public string Name => Text(Instance->Descriptor->Name);

    public string Vendor => Text(Instance->Descriptor->Vendor);

    public string Version => Text(Instance->Descriptor->Version);

    public int Latency
    {
        get
        {
            var latency = (ClapPluginLatency*)Extension(ClapExtension.Latency);
            return latency == null ? 0 : (int)latency->Get(Instance);
        }
    }

    /// <summary>The tail in frames, as <see cref="HostedPlugin.Tail"/> counts it.</summary>
    public int Tail
    {
        get
        {
            var tail = (ClapPluginTail*)Extension(ClapExtension.Tail);
            return tail == null ? 0 : (int)Math.Clamp(tail->Get(Instance), 1, int.MaxValue);
        }
    }

    public IReadOnlyList<string> Features
    {
        get
        {
            List<string> features = [];
            for (byte** feature = Instance->Descriptor->Features; feature != null && *feature != null; feature++)
            {
                features.Add(Text(*feature));
            }

            return features;
        }
    }

    /// <summary>Loads a library and creates an instance of its first plugin.</summary>
    public static ClapHandle Load(string path, ClapHost* host)
    {
        nint library = PluginLibrary.Load(path);
        ClapPluginEntry* entry = null;
        try
        {
            entry = Enter(path, library);
            return new ClapHandle(library, entry, CreateInstance(path, entry, host));
        }
        catch
        {
            if (entry != null)
            {
                entry->Deinit();
            }

            NativeLibrary.Free(library);
            throw;
        }
    }

    /// <summary>A text of the plugin; empty if there is none.</summary>
    public static string Text(byte* text) => (Marshal.PtrToStringUTF8((nint)text) ?? "").Trim();

    /// <summary>The plugin's side of an extension; null if it has none.</summary>
    public void* Extension(ReadOnlySpan<byte> id)
    {
        Span<byte> terminated = stackalloc byte[id.Length + 1];
        id.CopyTo(terminated);
        terminated[id.Length] = 0;
        fixed (byte* text = terminated)
        {
            return Instance->GetExtension(Instance, text);
        }
    }

    /// <summary>The address of an extension; 0 if the plugin has none.</summary>
    public nint ExtensionAddress(string id) => (nint)Extension(Encoding.UTF8.GetBytes(id));

    /// <summary>The number of channels of each audio port of a direction.</summary>
    public int[] ChannelCounts(bool isInput)
    {
        var ports = (ClapPluginAudioPorts*)Extension(ClapExtension.AudioPorts);
        int[] channels = new int[ports == null ? 0 : ports->Count(Instance, Flag(isInput))];
        for (int port = 0; port < channels.Length; port++)
        {
            ClapAudioPortInfo info;
            channels[port] = ports->Get(Instance, (uint)port, Flag(isInput), &info) != 0 ? (int)info.ChannelCount : 0;
        }

        return channels;
    }

    /// <summary>The dialects of the first note port of a direction; none if there is no port.</summary>
    public ClapNoteDialects NoteDialects(bool isInput)
    {
        var ports = (ClapPluginNotePorts*)Extension(ClapExtension.NotePorts);
        ClapNotePortInfo info = default;
        bool hasPort = ports != null && ports->Count(Instance, Flag(isInput)) > 0 && ports->Get(Instance, 0, Flag(isInput), &info) != 0;
        return hasPort ? info.SupportedDialects : ClapNoteDialects.None;
    }

    /// <summary>Describes the parameters, in the plugin's order.</summary>
    public IReadOnlyList<ClapParamInfo> Parameters()
    {
        List<ClapParamInfo> parameters = [];
        uint count = Params == null ? 0 : Params->Count(Instance);
        for (uint index = 0; index < count; index++)
        {
            ClapParamInfo info;
            if (Params->GetInfo(Instance, index, &info) != 0)
            {
                parameters.Add(info);
            }
        }

        return parameters;
    }

    public void CallOnMainThread() => Instance->OnMainThread(Instance);

    /// <summary>Frees the instance and its library.</summary>
    public void Unload()
    {
        Instance->Destroy(Instance);
        Instance = null;
        Params = null;
        _entry->Deinit();
        NativeLibrary.Free(_library);
    }

    private static ClapPluginEntry* Enter(string path, nint library)
    {
        if (!NativeLibrary.TryGetExport(library, ClapPluginEntry.SymbolName, out nint symbol))
        {
            throw new PluginLoadException(path, "it has no CLAP entry (clap_entry).");
        }

        ClapPluginEntry* entry = (ClapPluginEntry*)symbol;
        if (entry->ClapVersion.Major < 1)
        {
            throw new PluginLoadException(path, $"it is built for CLAP {entry->ClapVersion.Major}.{entry->ClapVersion.Minor}, a draft.");
        }

        fixed (byte* text = Encoding.UTF8.GetBytes(path + "\0"))
        {
            return entry->Init(text) != 0 ? entry : throw new PluginLoadException(path, "its CLAP entry failed.");
        }
    }

    private static ClapInstance* CreateInstance(string path, ClapPluginEntry* entry, ClapHost* host)
    {
        ClapPluginFactory* factory;
        fixed (byte* id = ClapPluginFactory.Id)
        {
            factory = (ClapPluginFactory*)entry->GetFactory(id);
        }

        if (factory == null || factory->GetPluginCount(factory) == 0)
        {
            throw new PluginLoadException(path, "there is no plugin in it.");
        }

        ClapPluginDescriptor* descriptor = factory->GetPluginDescriptor(factory, 0);
        ClapInstance* instance = descriptor == null ? null : factory->CreatePlugin(factory, host, descriptor->Id);
        if (instance == null)
        {
            throw new PluginLoadException(path, "its factory made no instance.");
        }

        if (instance->Init(instance) == 0)
        {
            instance->Destroy(instance);
            throw new PluginLoadException(path, "its instance could not be initialized.");
        }

        return instance;
    }

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;
}
