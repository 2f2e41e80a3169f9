using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>Sets a parameter's value or its modulation: the two have one layout.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapEventParam
{
    /// <summary>A header of type <see cref="ClapEventType.ParamValue"/> or <see cref="ClapEventType.ParamMod"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>The parameter.</summary>
    public uint ParamId;

    /// <summary>What the plugin gave with the parameter's description.</summary>
    public void* Cookie;

    /// <summary>The note that alone is meant, or -1.</summary>
    public int NoteId;

    /// <summary>The note port that alone is meant, or -1.</summary>
    public short Port;

    /// <summary>The channel that alone is meant, or -1.</summary>
    public short Channel;

    /// <summary>The key that alone is meant, or -1.</summary>
    public short Key;

    /// <summary>The value in the parameter's range, or what is added to it.</summary>
    public double Value;
}
