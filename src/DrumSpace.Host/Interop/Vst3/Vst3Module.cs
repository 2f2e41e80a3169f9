using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>A library of VST 3 classes. As in real hosts, all instances share it: its entry is called once.</summary>
/// <remarks>Main thread; hosts on several threads take turns when they open and close one.</remarks>
internal sealed unsafe class Vst3Module : IDisposable
{
    private static readonly Dictionary<string, Vst3Module> Opened = [];

    private readonly string _path;
    private readonly nint _library;
    private readonly Vst3Application _application = new(null);
    private Vst3PluginFactory* _factory;
    private int _users;

    private Vst3Module(string path)
    {
        _path = path;
        _library = PluginLibrary.Load(path);
        bool isEntered = false;
        try
        {
            var getFactory = (delegate* unmanaged[Cdecl]<Vst3PluginFactory*>)Export(Vst3PluginFactory.SymbolName, "factory");
            Enter();
            isEntered = true;
            _factory = getFactory();
            if (_factory == null)
            {
                throw new PluginLoadException(path, "its factory function returned nothing.");
            }

            SetHostContext();
        }
        catch
        {
            Leave(isEntered);
            throw;
        }
    }

    /// <summary>Opens a library; the caller disposes of it.</summary>
    /// <exception cref="PluginLoadException">There is no such file, it is no library of VST 3, or its entry failed.</exception>
    public static Vst3Module Open(string path)
    {
        lock (Opened)
        {
            if (!Opened.TryGetValue(path, out Vst3Module? module))
            {
                module = new Vst3Module(path);
                Opened.Add(path, module);
            }

            module._users++;
            return module;
        }
    }

    /// <summary>Lets go of the library; the last user unloads it.</summary>
    public void Dispose()
    {
        lock (Opened)
        {
            if (--_users == 0)
            {
                Opened.Remove(_path);
                Leave(isEntered: true);
            }
        }
    }

    /// <summary>Creates an instance of a class, with a reference; null if the factory makes none.</summary>
    public T* Create<T>(Vst3Id type, Vst3Id id)
        where T : unmanaged
    {
        void* result = null;
        return _factory->Vtbl->CreateInstance(_factory, &type, &id, &result) == Vst3Result.Ok ? (T*)result : null;
    }

    /// <summary>The first audio module.</summary>
    /// <exception cref="PluginLoadException">There is none.</exception>
    public Vst3ClassDescription FirstAudioModule()
    {
        int count = _factory->Vtbl->CountClasses(_factory);
        for (int index = 0; index < count; index++)
        {
            Vst3ClassInfo info = default;
            bool isKnown = _factory->Vtbl->GetClassInfo(_factory, index, &info) == Vst3Result.Ok;
            if (isKnown && Vst3Texts.Read(info.Category, Vst3Class.CategorySize) == Encoding.UTF8.GetString(Vst3Categories.AudioModule))
            {
                return Describe(index, info);
            }
        }

        throw new PluginLoadException(_path, "there is no audio module in it.");
    }

    private Vst3ClassDescription Describe(int index, Vst3ClassInfo info)
    {
        Vst3FactoryInfo factoryInfo = default;
        _factory->Vtbl->GetFactoryInfo(_factory, &factoryInfo);
        Vst3ClassInfo2 more = default;
        Vst3PluginFactory2* factory2 = Vst3Interfaces.Query<Vst3PluginFactory2>(_factory, Vst3PluginFactory2.Id);
        if (factory2 != null)
        {
            factory2->Vtbl->GetClassInfo2(factory2, index, &more);
            Vst3Interfaces.Release(factory2);
        }

        string vendor = Vst3Texts.Read(more.Vendor, Vst3Class.NameSize);
        string kinds = Vst3Texts.Read(more.SubCategories, Vst3Class.SubCategoriesSize);
        return new Vst3ClassDescription(
            info.Cid,
            Vst3Texts.Read(info.Name, Vst3Class.NameSize),
            vendor.Length > 0 ? vendor : Vst3Texts.Read(factoryInfo.Vendor, Vst3FactoryInfo.VendorSize),
            Vst3Texts.Read(more.Version, Vst3Class.NameSize),
            kinds.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private void SetHostContext()
    {
        Vst3PluginFactory3* factory3 = Vst3Interfaces.Query<Vst3PluginFactory3>(_factory, Vst3PluginFactory3.Id);
        if (factory3 != null)
        {
            factory3->Vtbl->SetHostContext(factory3, (Vst3Unknown*)_application.Face);
            Vst3Interfaces.Release(factory3);
        }
    }

    // Linux demands both functions; Windows does without.
    private void Enter()
    {
        bool succeeds = true;
        if (OperatingSystem.IsWindows())
        {
            if (NativeLibrary.TryGetExport(_library, Vst3PluginFactory.InitSymbolName, out nint init))
            {
                succeeds = ((delegate* unmanaged[Cdecl]<byte>)init)() != 0;
            }
        }
        else
        {
            Export(Vst3PluginFactory.ExitSymbolName, "exit");
            succeeds = ((delegate* unmanaged[Cdecl]<nint, byte>)Export(Vst3PluginFactory.EntrySymbolName, "entry"))(_library) != 0;
        }

        if (!succeeds)
        {
            throw new PluginLoadException(_path, "its VST3 entry failed.");
        }
    }

    private void Leave(bool isEntered)
    {
        Vst3Interfaces.Release(_factory);
        _factory = null;
        string exit = OperatingSystem.IsWindows() ? Vst3PluginFactory.ExitDllSymbolName : Vst3PluginFactory.ExitSymbolName;
        if (isEntered && NativeLibrary.TryGetExport(_library, exit, out nint leave))
        {
            ((delegate* unmanaged[Cdecl]<byte>)leave)();
        }

        _application.Dispose();
        NativeLibrary.Free(_library);
    }

    private nint Export(string name, string role) => NativeLibrary.TryGetExport(_library, name, out nint symbol)
        ? symbol
        : throw new PluginLoadException(_path, $"it has no VST3 {role} ({name}).");
}
