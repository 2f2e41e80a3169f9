using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

public unsafe class Vst3IdentityTests
{
    // 'VST', the VST2 plugin's number 'DrSp', and "drumspace", as VST 3 turns VST2 plugins into classes.
    private const string ClassId = "565354447253706472756D7370616365";

    private static Vst3PluginFactory3* Factory => (Vst3PluginFactory3*)Vst3Factory.Shared.Query(Vst3PluginFactory3.Id);

    [Fact]
    public void Its_class_id_is_the_one_that_hosts_make_of_the_VST2_plugin()
    {
        Assert.Equal(ClassId, Hex(Vst3Factory.ClassId));
        Assert.Equal("VSTDrSpdrumspace", Encoding.ASCII.GetString(Convert.FromHexString(ClassId)));
    }

    [Fact]
    public void All_class_infos_say_the_same()
    {
        Vst3PluginFactory3Vtbl* functions = Factory->Vtbl;
        Vst3PluginFactoryVtbl* first = &functions->Factory2.Factory;
        Assert.Equal(1, first->CountClasses(Factory));
        Vst3FactoryInfo vendor;
        Vst3ClassInfo info;
        Vst3ClassInfo2 info2;
        Vst3ClassInfoW wide;
        Assert.Equal(Vst3Result.Ok, first->GetFactoryInfo(Factory, &vendor));
        Assert.Equal(Vst3Result.Ok, first->GetClassInfo(Factory, 0, &info));
        Assert.Equal(Vst3Result.Ok, functions->Factory2.GetClassInfo2(Factory, 0, &info2));
        Assert.Equal(Vst3Result.Ok, functions->GetClassInfoUnicode(Factory, 0, &wide));
        Assert.Equal("DrumSpace", Text(vendor.Vendor));
        Assert.Equal((ClassId, "Audio Module Class", "DrumSpace"), (Hex(info.Cid), Text(info.Category), Text(info.Name)));
        Assert.Equal((ClassId, "Audio Module Class", "DrumSpace"), (Hex(info2.Cid), Text(info2.Category), Text(info2.Name)));
        Assert.Equal((ClassId, "Audio Module Class", "DrumSpace"), (Hex(wide.Cid), Text(wide.Category), new string(wide.Name)));
        Assert.Equal(("Instrument|Drum", "DrumSpace", "0.1.0"), (Text(info2.SubCategories), Text(info2.Vendor), Text(info2.Version)));
        Assert.Equal(
            ("Instrument|Drum", "DrumSpace", "0.1.0"), (Text(wide.SubCategories), new string(wide.Vendor), new string(wide.Version)));
        Assert.Equal(Vst3Result.InvalidArgument, first->GetClassInfo(Factory, 1, &info));
        Assert.Equal(Vst3Result.InvalidArgument, functions->Factory2.GetClassInfo2(Factory, -1, &info2));
    }

    [Fact]
    public void An_instance_is_created_with_any_of_its_interfaces_and_nothing_else()
    {
        Vst3PluginFactoryVtbl* functions = &Factory->Vtbl->Factory2.Factory;
        Vst3Id classId = Vst3Factory.ClassId;
        Vst3Id id = Vst3EditController.Id;
        void* created;
        Assert.Equal(Vst3Result.Ok, functions->CreateInstance(Factory, &classId, &id, &created));
        Assert.Equal(0u, RawVst3.Release(created));
        id = Vst3PlugView.Id;
        Assert.Equal(Vst3Result.NoInterface, functions->CreateInstance(Factory, &classId, &id, &created));
        Assert.True(created == null);
        classId = Vst3PlugView.Id;
        id = Vst3Component.Id;
        Assert.Equal(Vst3Result.NoInterface, functions->CreateInstance(Factory, &classId, &id, &created));
        Assert.Equal(Vst3Result.InvalidArgument, functions->CreateInstance(Factory, null, &id, &created));
    }

    [Fact]
    public void The_bundle_has_the_library_and_says_what_its_factory_says()
    {
        BuiltPlugin.SkipUnlessBuilt();
        string contents = Path.Combine(Repository.PluginFolder, "DrumSpace.vst3", "Contents");
        nint library = NativeLibrary.Load(Path.Combine(contents, "x86_64-linux", "DrumSpace.so"));
        Assert.Equal(1, ((delegate* unmanaged[Cdecl]<nint, byte>)NativeLibrary.GetExport(library, "ModuleEntry"))(0));
        Vst3PluginFactory2* factory =
            ((delegate* unmanaged[Cdecl]<Vst3PluginFactory2*>)NativeLibrary.GetExport(library, "GetPluginFactory"))();
        Vst3ClassInfo2 info;
        Assert.Equal(Vst3Result.Ok, factory->Vtbl->GetClassInfo2(factory, 0, &info));

        using JsonDocument module = JsonDocument.Parse(File.ReadAllText(Path.Combine(contents, "Resources", "moduleinfo.json")));
        JsonElement described = Assert.Single(module.RootElement.GetProperty("Classes").EnumerateArray());
        Assert.Equal(Hex(info.Cid), described.GetProperty("CID").GetString());
        Assert.Equal(Text(info.Category), described.GetProperty("Category").GetString());
        Assert.Equal(Text(info.Name), described.GetProperty("Name").GetString());
        Assert.Equal(Text(info.Vendor), described.GetProperty("Vendor").GetString());
        Assert.Equal(Text(info.Version), described.GetProperty("Version").GetString());
        Assert.Equal(Text(info.Version), module.RootElement.GetProperty("Version").GetString());
        Assert.Equal(Text(info.SdkVersion), described.GetProperty("SDKVersion").GetString());
        Assert.Equal(
            Text(info.SubCategories),
            string.Join('|', described.GetProperty("Sub Categories").EnumerateArray().Select(kind => kind.GetString())));
        JsonElement replaced = Assert.Single(module.RootElement.GetProperty("Compatibility").EnumerateArray());
        Assert.Equal(ClassId, replaced.GetProperty("New").GetString());
        Assert.Equal(ClassId, Assert.Single(replaced.GetProperty("Old").EnumerateArray()).GetString());
        Assert.True(Directory.Exists(Path.Combine(contents, "x86_64-linux", "models")));
    }

    private static string Hex(Vst3Id id) => Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<Vst3Id>(in id)));

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text)!;
}
