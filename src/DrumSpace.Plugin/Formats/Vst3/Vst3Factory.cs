using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// Describes and creates the library's only class: component and controller in one object. Its id is made of the VST2 plugin's number and
/// name, as VST 3 defines it, so that hosts open songs of the one with the other. It never changes.
/// </summary>
/// <remarks>Any thread.</remarks>
internal sealed unsafe class Vst3Factory : Vst3Object
{
    // 'VST', then the VST2 plugin's number, then the first nine letters of its name in lower case.
    private const uint VstWord = (0x565354u << 8) | ((uint)Product.UniqueId >> 24);
    private const string SubCategories = "Instrument|Drum";
    private const string SdkVersion = "VST 3.8.1";

    private static readonly Vst3PluginFactory3Vtbl* Table = HostMemory.Keep(new Vst3PluginFactory3Vtbl
    {
        Factory2 = new Vst3PluginFactory2Vtbl
        {
            Factory = new Vst3PluginFactoryVtbl
            {
                Unknown = Unknown,
                GetFactoryInfo = &GetFactoryInfoEntry,
                CountClasses = &CountClassesEntry,
                GetClassInfo = &GetClassInfoEntry,
                CreateInstance = &CreateInstanceEntry,
            },
            GetClassInfo2 = &GetClassInfo2Entry,
        },
        GetClassInfoUnicode = &GetClassInfoUnicodeEntry,
        SetHostContext = &SetHostContextEntry,
    });

    private Vst3Factory()
        : base((Vst3PluginFactory.Id, (nint)Table), (Vst3PluginFactory2.Id, (nint)Table), (Vst3PluginFactory3.Id, (nint)Table))
    {
    }

    /// <summary>The process's factory; the reference that its maker has is never released.</summary>
    public static Vst3Factory Shared { get; } = new();

    /// <summary>The class.</summary>
    public static Vst3Id ClassId { get; } =
        new(VstWord, ((uint)Product.UniqueId << 8) | 'd', 0x72756D73, 0x70616365);

    /// <inheritdoc/>
    protected override void End()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetFactoryInfoEntry(void* self, Vst3FactoryInfo* info)
    {
        if (info == null)
        {
            return Vst3Result.InvalidArgument;
        }

        // The runtime must never be unmapped.
        *info = new Vst3FactoryInfo { Flags = Vst3FactoryFlags.Unicode | Vst3FactoryFlags.ComponentNonDiscardable };
        HostText.Write(info->Vendor, Vst3FactoryInfo.VendorSize, Product.Name);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CountClassesEntry(void* self) => 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetClassInfoEntry(void* self, int index, Vst3ClassInfo* info)
    {
        if (index != 0 || info == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *info = new Vst3ClassInfo { Cid = ClassId, Cardinality = Vst3Class.ManyInstances };
        Vst3Categories.AudioModule.CopyTo(new Span<byte>(info->Category, Vst3Class.CategorySize));
        HostText.Write(info->Name, Vst3Class.NameSize, Product.Name);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetClassInfo2Entry(void* self, int index, Vst3ClassInfo2* info)
    {
        if (index != 0 || info == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *info = new Vst3ClassInfo2 { Cid = ClassId, Cardinality = Vst3Class.ManyInstances };
        Vst3Categories.AudioModule.CopyTo(new Span<byte>(info->Category, Vst3Class.CategorySize));
        HostText.Write(info->Name, Vst3Class.NameSize, Product.Name);
        HostText.Write(info->SubCategories, Vst3Class.SubCategoriesSize, SubCategories);
        HostText.Write(info->Vendor, Vst3Class.NameSize, Product.Name);
        HostText.Write(info->Version, Vst3Class.NameSize, Product.Version);
        HostText.Write(info->SdkVersion, Vst3Class.NameSize, SdkVersion);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetClassInfoUnicodeEntry(void* self, int index, Vst3ClassInfoW* info)
    {
        if (index != 0 || info == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *info = new Vst3ClassInfoW { Cid = ClassId, Cardinality = Vst3Class.ManyInstances };
        Vst3Categories.AudioModule.CopyTo(new Span<byte>(info->Category, Vst3Class.CategorySize));
        WideText.Write(info->Name, Product.Name, Vst3Class.NameSize);
        HostText.Write(info->SubCategories, Vst3Class.SubCategoriesSize, SubCategories);
        WideText.Write(info->Vendor, Product.Name, Vst3Class.NameSize);
        WideText.Write(info->Version, Product.Version, Vst3Class.NameSize);
        WideText.Write(info->SdkVersion, SdkVersion, Vst3Class.NameSize);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CreateInstanceEntry(void* self, Vst3Id* classId, Vst3Id* id, void** created)
    {
        if (classId == null || id == null || created == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *created = null;
        if (*classId != ClassId)
        {
            return Vst3Result.NoInterface;
        }

        try
        {
            Vst3Plugin plugin = new();
            *created = plugin.Query(*id);
            plugin.Release();
            return *created != null ? Vst3Result.Ok : Vst3Result.NoInterface;
        }
        catch (Exception e)
        {
            PluginLog.Write($"The plugin cannot start: {e}");
            return Vst3Result.InternalError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetHostContextEntry(void* self, Vst3Unknown* host) => Vst3Result.Ok;
}
