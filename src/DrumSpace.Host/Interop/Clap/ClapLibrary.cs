using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>A CLAP library: its entry point and its factory.</summary>
internal sealed unsafe class ClapLibrary
{
    private readonly string _path;
    private readonly nint _library;
    private readonly ClapPluginEntry* _entry;

    private ClapLibrary(string path, nint library, ClapPluginEntry* entry)
    {
        _path = path;
        _library = library;
        _entry = entry;
    }

    /// <summary>Loads and initializes a library.</summary>
    public static ClapLibrary Load(string path)
    {
        nint library = PluginLibrary.Load(path);
        try
        {
            return new ClapLibrary(path, library, Enter(path, library));
        }
        catch
        {
            NativeLibrary.Free(library);
            throw;
        }
    }

    /// <summary>Creates and initializes an instance of the library's first plugin.</summary>
    public ClapInstance* CreateInstance(ClapHost* host)
    {
        ClapPluginFactory* factory;
        fixed (byte* id = ClapPluginFactory.Id)
        {
            factory = (ClapPluginFactory*)_entry->GetFactory(id);
        }

        if (factory == null || factory->GetPluginCount(factory) == 0)
        {
            throw new PluginLoadException(_path, "there is no plugin in it.");
        }

        ClapPluginDescriptor* descriptor = factory->GetPluginDescriptor(factory, 0);
        ClapInstance* instance = descriptor == null ? null : factory->CreatePlugin(factory, host, descriptor->Id);
        if (instance == null)
        {
            throw new PluginLoadException(_path, "its factory made no instance.");
        }

        if (instance->Init(instance) == 0)
        {
            instance->Destroy(instance);
            throw new PluginLoadException(_path, "its instance could not be initialized.");
        }

        return instance;
    }

    public void Unload()
    {
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
}
