using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>What a plugin is. All texts are UTF-8 with a closing zero; those that are not obligatory may be null or empty.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginDescriptor
{
    /// <summary>The version that the plugin was made for.</summary>
    public ClapVersion ClapVersion;

    /// <summary>The id by which hosts find the plugin again, for ever; obligatory.</summary>
    public byte* Id;

    /// <summary>The plugin's name; obligatory.</summary>
    public byte* Name;

    /// <summary>The vendor.</summary>
    public byte* Vendor;

    /// <summary>The plugin's page.</summary>
    public byte* Url;

    /// <summary>The manual's page.</summary>
    public byte* ManualUrl;

    /// <summary>The support's page.</summary>
    public byte* SupportUrl;

    /// <summary>The version as text.</summary>
    public byte* Version;

    /// <summary>One sentence.</summary>
    public byte* Description;

    /// <summary>Keywords such as "instrument" or "drum-machine"; the list ends with a null.</summary>
    public byte** Features;
}
