using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_note_dialect: encodings of notes.</summary>
[Flags]
public enum ClapNoteDialects : uint
{
    /// <summary>No encoding.</summary>
    None = 0,

    /// <summary><see cref="ClapEventNote"/>.</summary>
    Clap = 1 << 0,

    /// <summary><see cref="ClapEventMidi"/>.</summary>
    Midi = 1 << 1,

    /// <summary><see cref="ClapEventMidi"/> with a channel a note (MPE).</summary>
    MidiMpe = 1 << 2,

    /// <summary>MIDI 2 packets.</summary>
    Midi2 = 1 << 3,
}

/// <summary>clap_note_port_info: a note port.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapNotePortInfo
{
    /// <summary>The id; must never change.</summary>
    public uint Id;

    /// <summary>The encodings that the port supports.</summary>
    public ClapNoteDialects SupportedDialects;

    /// <summary>The one of them that the plugin prefers.</summary>
    public ClapNoteDialects PreferredDialect;

    /// <summary>The name as null-terminated UTF-8.</summary>
    public fixed byte Name[ClapParamInfo.NameSize];
}

/// <summary>clap_plugin_note_ports: a plugin's note ports. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginNotePorts
{
    /// <summary>(instance, 1 for inputs) The number of ports.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte, uint> Count;

    /// <summary>(instance, index, 1 for inputs, info) Describes a port; returns 0 if the index is out of range.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, byte, ClapNotePortInfo*, byte> Get;
}

/// <summary>clap_host_note_ports: what a host supports of note ports. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostNotePorts
{
    /// <summary>(host) The encodings that the host supports.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, ClapNoteDialects> SupportedDialects;

    /// <summary>(host, flags) The plugin's ports have changed: 1 all, 2 their names.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, void> Rescan;
}
