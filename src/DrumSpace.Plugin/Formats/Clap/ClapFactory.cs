using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>Describes and creates the library's only plugin. Any thread.</summary>
internal static unsafe class ClapFactory
{
    /// <summary>Hosts find the plugin by this id, so it never changes.</summary>
    private static readonly byte* Id = HostMemory.KeepText("org.drumspace.drumspace");

    private static readonly byte* Empty = HostMemory.KeepText("");

    /// <summary>The factory for hosts.</summary>
    public static ClapPluginFactory* Struct { get; } = HostMemory.Keep(new ClapPluginFactory
    {
        GetPluginCount = &CountEntry,
        GetPluginDescriptor = &DescribeEntry,
        CreatePlugin = &CreateEntry,
    });

    /// <summary>An instrument, because it has a kit of its own, and a drum machine, because it plays by itself.</summary>
    public static ClapPluginDescriptor* Descriptor { get; } = HostMemory.Keep(new ClapPluginDescriptor
    {
        ClapVersion = ClapVersion.Current,
        Id = Id,
        Name = HostMemory.KeepText(Product.Name),
        Vendor = HostMemory.KeepText(Product.Name),
        Url = Empty,
        ManualUrl = Empty,
        SupportUrl = Empty,
        Version = HostMemory.KeepText(Product.Version),
        Description = HostMemory.KeepText("Plays drum beats from a learnt space and sends them as notes."),
        Features = HostMemory.KeepList("instrument", "drum-machine", "stereo"),
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint CountEntry(ClapPluginFactory* factory) => 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapPluginDescriptor* DescribeEntry(ClapPluginFactory* factory, uint index) => index == 0 ? Descriptor : null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapInstance* CreateEntry(ClapPluginFactory* factory, ClapHost* host, byte* id)
    {
        try
        {
            return host != null && HostText.Bytes(id).SequenceEqual(HostText.Bytes(Id)) ? ClapPlugin.Create(host) : null;
        }
        catch (Exception e)
        {
            PluginLog.Write($"The plugin cannot start: {e}");
            return null;
        }
    }
}
