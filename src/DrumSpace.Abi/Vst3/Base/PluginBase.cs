using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>PFactoryInfo::FactoryFlags.</summary>
[Flags]
public enum Vst3FactoryFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The classes change with the system: a host must not keep them.</summary>
    ClassesDiscardable = 1 << 0,

    /// <summary>Classes are locked by a licence that is checked when they are created.</summary>
    LicenseCheck = 1 << 1,

    /// <summary>The library must stay loaded until the process ends.</summary>
    ComponentNonDiscardable = 1 << 3,

    /// <summary>Texts of the plugin are UTF-16, as they are in all of VST 3.</summary>
    Unicode = 1 << 4,
}

/// <summary>PFactoryInfo: the vendor. Texts are null-terminated.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3FactoryInfo
{
    /// <summary>The size of <see cref="Vendor"/> in bytes.</summary>
    public const int VendorSize = 64;

    /// <summary>The size of <see cref="Url"/> in bytes.</summary>
    public const int UrlSize = 256;

    /// <summary>The size of <see cref="Email"/> in bytes.</summary>
    public const int EmailSize = 128;

    /// <summary>The vendor's name.</summary>
    public fixed byte Vendor[VendorSize];

    /// <summary>The web page.</summary>
    public fixed byte Url[UrlSize];

    /// <summary>The address for mail.</summary>
    public fixed byte Email[EmailSize];

    /// <summary>What a host should know of the factory.</summary>
    public Vst3FactoryFlags Flags;
}

/// <summary>Values of the class infos.</summary>
public static class Vst3Class
{
    /// <summary>A cardinality: as many instances as the host likes.</summary>
    public const int ManyInstances = 0x7FFFFFFF;

    /// <summary>The size of a category in bytes.</summary>
    public const int CategorySize = 32;

    /// <summary>The size of a name in bytes or, in <see cref="Vst3ClassInfoW"/>, in characters.</summary>
    public const int NameSize = 64;

    /// <summary>The size of the subcategories in bytes.</summary>
    public const int SubCategoriesSize = 128;
}

/// <summary>PClassInfo: a class that a factory can create. Texts are null-terminated.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ClassInfo
{
    /// <summary>The class id.</summary>
    public Vst3Id Cid;

    /// <summary>How many instances there can be: <see cref="Vst3Class.ManyInstances"/>.</summary>
    public int Cardinality;

    /// <summary>What the class is, as <see cref="Vst3Categories"/> names it.</summary>
    public fixed byte Category[Vst3Class.CategorySize];

    /// <summary>Its name.</summary>
    public fixed byte Name[Vst3Class.NameSize];
}

/// <summary>PClassInfo2: a class with its version and kind. Texts are null-terminated.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ClassInfo2
{
    /// <summary>The class id.</summary>
    public Vst3Id Cid;

    /// <summary>How many instances there can be: <see cref="Vst3Class.ManyInstances"/>.</summary>
    public int Cardinality;

    /// <summary>What the class is, as <see cref="Vst3Categories"/> names it.</summary>
    public fixed byte Category[Vst3Class.CategorySize];

    /// <summary>Its name.</summary>
    public fixed byte Name[Vst3Class.NameSize];

    /// <summary>For an audio module the <see cref="Vst3ComponentFlags"/>.</summary>
    public uint ClassFlags;

    /// <summary>The kinds of plugin, separated by a vertical bar.</summary>
    public fixed byte SubCategories[Vst3Class.SubCategoriesSize];

    /// <summary>The vendor where it differs from the factory's; else empty.</summary>
    public fixed byte Vendor[Vst3Class.NameSize];

    /// <summary>The version as numbers with points.</summary>
    public fixed byte Version[Vst3Class.NameSize];

    /// <summary>The version of VST 3 that the class was made for: "VST 3.8.1".</summary>
    public fixed byte SdkVersion[Vst3Class.NameSize];
}

/// <summary>PClassInfoW: as <see cref="Vst3ClassInfo2"/>, with some texts in UTF-16.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
public unsafe struct Vst3ClassInfoW
{
    /// <summary>The class id.</summary>
    public Vst3Id Cid;

    /// <summary>How many instances there can be: <see cref="Vst3Class.ManyInstances"/>.</summary>
    public int Cardinality;

    /// <summary>What the class is, as <see cref="Vst3Categories"/> names it.</summary>
    public fixed byte Category[Vst3Class.CategorySize];

    /// <summary>Its name.</summary>
    public fixed char Name[Vst3Class.NameSize];

    /// <summary>For an audio module the <see cref="Vst3ComponentFlags"/>.</summary>
    public uint ClassFlags;

    /// <summary>The kinds of plugin, separated by a vertical bar.</summary>
    public fixed byte SubCategories[Vst3Class.SubCategoriesSize];

    /// <summary>The vendor where it differs from the factory's; else empty.</summary>
    public fixed char Vendor[Vst3Class.NameSize];

    /// <summary>The version as numbers with points.</summary>
    public fixed char Version[Vst3Class.NameSize];

    /// <summary>The version of VST 3 that the class was made for: "VST 3.8.1".</summary>
    public fixed char SdkVersion[Vst3Class.NameSize];
}

/// <summary>IPluginBase: the first and the last call to a component or controller. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginBase
{
    /// <summary>The id of IPluginBase.</summary>
    public static readonly Vst3Id Id = new(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625);

    /// <summary>The functions.</summary>
    public Vst3PluginBaseVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PluginBase"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginBaseVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(plugin, host) The first call. The host is an object that has <see cref="Vst3HostApplication"/>.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Unknown*, int> Initialize;

    /// <summary>(plugin) The last call before the release: the plugin lets go of all that is the host's.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> Terminate;
}

/// <summary>IPluginFactory: lists and creates the classes of a library.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginFactory
{
    /// <summary>The library's function that returns the factory, with a reference: () to <see cref="Vst3PluginFactory"/>*.</summary>
    public const string SymbolName = "GetPluginFactory";

    /// <summary>Linux: the library's function that a host calls first, with the library's handle; returns 0 on failure.</summary>
    public const string EntrySymbolName = "ModuleEntry";

    /// <summary>Linux: the library's function that a host calls last; returns 0 on failure.</summary>
    public const string ExitSymbolName = "ModuleExit";

    /// <summary>Windows: the library's function that a host calls first where there is one; returns 0 on failure.</summary>
    public const string InitSymbolName = "InitDll";

    /// <summary>Windows: the library's function that a host calls last where there is one; returns 0 on failure.</summary>
    public const string ExitDllSymbolName = "ExitDll";

    /// <summary>The id of IPluginFactory.</summary>
    public static readonly Vst3Id Id = new(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F);

    /// <summary>The functions.</summary>
    public Vst3PluginFactoryVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PluginFactory"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginFactoryVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(factory, info) Receives the vendor.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3FactoryInfo*, int> GetFactoryInfo;

    /// <summary>(factory) The number of classes.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> CountClasses;

    /// <summary>(factory, index, info) Receives a class.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3ClassInfo*, int> GetClassInfo;

    /// <summary>(factory, class id, interface id, receives an interface) Creates an instance, with a reference.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Id*, Vst3Id*, void**, int> CreateInstance;
}

/// <summary>IPluginFactory2: classes with their versions and kinds.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginFactory2
{
    /// <summary>The id of IPluginFactory2.</summary>
    public static readonly Vst3Id Id = new(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);

    /// <summary>The functions.</summary>
    public Vst3PluginFactory2Vtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PluginFactory2"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginFactory2Vtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3PluginFactoryVtbl Factory;

    /// <summary>(factory, index, info) Receives a class.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3ClassInfo2*, int> GetClassInfo2;
}

/// <summary>IPluginFactory3: classes with texts in UTF-16, and the host before any class is created.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginFactory3
{
    /// <summary>The id of IPluginFactory3.</summary>
    public static readonly Vst3Id Id = new(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);

    /// <summary>The functions.</summary>
    public Vst3PluginFactory3Vtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3PluginFactory3"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3PluginFactory3Vtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3PluginFactory2Vtbl Factory2;

    /// <summary>(factory, index, info) Receives a class.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3ClassInfoW*, int> GetClassInfoUnicode;

    /// <summary>(factory, host) The host, an object that has <see cref="Vst3HostApplication"/>; on Linux also the run loop.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Unknown*, int> SetHostContext;
}
