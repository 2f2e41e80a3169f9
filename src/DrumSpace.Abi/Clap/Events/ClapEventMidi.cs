using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A short MIDI message.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapEventMidi
{
    /// <summary>A header of type <see cref="ClapEventType.Midi"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>The note port.</summary>
    public ushort Port;

    /// <summary>Status and data bytes.</summary>
    public fixed byte Data[3];
}
