using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>What every event begins with.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventHeader
{
    /// <summary>The space of the events that CLAP itself defines.</summary>
    public const ushort CoreSpace = 0;

    /// <summary>The whole event's size in bytes, this header included.</summary>
    public uint Size;

    /// <summary>The frame in the block.</summary>
    public uint Time;

    /// <summary>Whose events these are; <see cref="CoreSpace"/> for a <see cref="ClapEventType"/>.</summary>
    public ushort Space;

    /// <summary>What it is.</summary>
    public ClapEventType Type;

    /// <summary>How it came about.</summary>
    public ClapEventFlags Flags;
}
