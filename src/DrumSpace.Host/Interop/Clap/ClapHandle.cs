using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The raw CLAP instance and its extensions. Nothing above this folder sees a pointer.</summary>
/// <remarks>Adds no lock and no allocation to a call; the caller keeps to the threads of CLAP.</remarks>
internal sealed unsafe class ClapHandle
{
    private readonly ClapLibrary _library;

    private ClapHandle(ClapLibrary library, ClapInstance* instance)
    {
        _library = library;
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
        ClapLibrary library = ClapLibrary.Load(path);
        try
        {
            return new ClapHandle(library, library.CreateInstance(host));
        }
        catch
        {
            library.Unload();
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
        _library.Unload();
    }

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;
}
