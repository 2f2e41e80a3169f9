using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A note begins or ends. -1 in an address means any.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventNote
{
    /// <summary>A header of one of the four note types.</summary>
    public ClapEventHeader Header;

    /// <summary>The host's number of this note, or -1.</summary>
    public int NoteId;

    /// <summary>The note port.</summary>
    public short Port;

    /// <summary>The channel, 0 to 15.</summary>
    public short Channel;

    /// <summary>The key, 0 to 127; 60 is middle C.</summary>
    public short Key;

    /// <summary>The velocity, 0 to 1.</summary>
    public double Velocity;
}
