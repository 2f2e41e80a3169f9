using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The description of a note port.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapNotePortInfo
{
    /// <summary>The id, for ever.</summary>
    public uint Id;

    /// <summary>How notes may come or go.</summary>
    public ClapNoteDialects SupportedDialects;

    /// <summary>How they best do; one of the supported.</summary>
    public ClapNoteDialects PreferredDialect;

    /// <summary>The name as UTF-8 with a closing zero.</summary>
    public fixed byte Name[ClapParamInfo.NameSize];
}
