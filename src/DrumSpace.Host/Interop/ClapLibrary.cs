using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop;

/// <summary>The raw CLAP instance and the library that holds it.</summary>
/// <remarks>Threads are the caller's affair, as in CLAP: this adds no lock and no allocation to a call.</remarks>
internal sealed unsafe class ClapLibrary
{
    private readonly nint _library;
    private readonly ClapPluginEntry* _entry;

    private ClapLibrary(nint library, ClapPluginEntry* entry, ClapInstance* instance)
    {
        _library = library;
        _entry = entry;
        Instance = instance;
        Params = (ClapPluginParams*)Extension(ClapExtension.Params);
        State = (ClapPluginState*)Extension(ClapExtension.State);
        AudioPorts = (ClapPluginAudioPorts*)Extension(ClapExtension.AudioPorts);
        NotePorts = (ClapPluginNotePorts*)Extension(ClapExtension.NotePorts);
        Latency = (ClapPluginLatency*)Extension(ClapExtension.Latency);
        Tail = (ClapPluginTail*)Extension(ClapExtension.Tail);
        Render = (ClapPluginRender*)Extension(ClapExtension.Render);
    }

    public ClapInstance* Instance { get; }

    public ClapPluginParams* Params { get; }

    public ClapPluginState* State { get; }

    public ClapPluginAudioPorts* AudioPorts { get; }

    public ClapPluginNotePorts* NotePorts { get; }

    public ClapPluginLatency* Latency { get; }

    public ClapPluginTail* Tail { get; }

    public ClapPluginRender* Render { get; }

    /// <summary>Loads the library, makes an instance of its first plugin and initializes it.</summary>
    public static ClapLibrary Load(string path, ClapHost* host)
    {
        nint library = PluginLibrary.Load(path);
        try
        {
            if (!NativeLibrary.TryGetExport(library, ClapPluginEntry.SymbolName, out nint symbol))
            {
                throw new PluginLoadException(path, "it has no CLAP entry (clap_entry).");
            }

            ClapPluginEntry* entry = (ClapPluginEntry*)symbol;
            return new ClapLibrary(library, entry, Enter(path, entry, host));
        }
        catch
        {
            NativeLibrary.Free(library);
            throw;
        }
    }

    /// <summary>A text of the plugin's; empty where there is none.</summary>
    public static string Text(byte* text) => (Marshal.PtrToStringUTF8((nint)text) ?? "").Trim();

    /// <summary>The plugin's side of an extension; null where it has none.</summary>
    public void* Extension(ReadOnlySpan<byte> id)
    {
        Span<byte> closed = stackalloc byte[id.Length + 1];
        id.CopyTo(closed);
        closed[id.Length] = 0;
        fixed (byte* text = closed)
        {
            return Instance->GetExtension(Instance, text);
        }
    }

    /// <summary>Ends the instance and lets its library go.</summary>
    public void Unload()
    {
        Instance->Destroy(Instance);
        _entry->Deinit();
        NativeLibrary.Free(_library);
    }

    private static ClapInstance* Enter(string path, ClapPluginEntry* entry, ClapHost* host)
    {
        if (entry->ClapVersion.Major < 1)
        {
            throw new PluginLoadException(path, $"it speaks CLAP {entry->ClapVersion.Major}.{entry->ClapVersion.Minor}, a draft.");
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(path + "\0");
        fixed (byte* text = utf8)
        {
            if (entry->Init(text) == 0)
            {
                throw new PluginLoadException(path, "its CLAP entry refused.");
            }
        }

        try
        {
            return Make(path, entry, host);
        }
        catch
        {
            entry->Deinit();
            throw;
        }
    }

    private static ClapInstance* Make(string path, ClapPluginEntry* entry, ClapHost* host)
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
}
