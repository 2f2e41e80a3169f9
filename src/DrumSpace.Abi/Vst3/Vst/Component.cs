using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>MediaTypes.</summary>
public enum Vst3MediaType
{
    /// <summary>Audio.</summary>
    Audio = 0,

    /// <summary>Events: notes and the like.</summary>
    Event = 1,
}

/// <summary>BusDirections.</summary>
public enum Vst3BusDirection
{
    /// <summary>Into the plugin.</summary>
    Input = 0,

    /// <summary>Out of the plugin.</summary>
    Output = 1,
}

/// <summary>BusTypes.</summary>
public enum Vst3BusType
{
    /// <summary>What the plugin is for.</summary>
    Main = 0,

    /// <summary>A side chain or the like.</summary>
    Aux = 1,
}

/// <summary>BusInfo::BusFlags.</summary>
[Flags]
public enum Vst3BusFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The host should activate the bus unless it knows better.</summary>
    DefaultActive = 1 << 0,

    /// <summary>The channels carry control voltages.</summary>
    IsControlVoltage = 1 << 1,
}

/// <summary>BusInfo: a bus of a component.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
public unsafe struct Vst3BusInfo
{
    /// <summary>What it carries.</summary>
    public Vst3MediaType MediaType;

    /// <summary>Whether it is an input or an output.</summary>
    public Vst3BusDirection Direction;

    /// <summary>The number of channels; of an event bus those of MIDI.</summary>
    public int ChannelCount;

    /// <summary>Its name, null-terminated.</summary>
    public fixed char Name[Vst3Text.Size];

    /// <summary>Whether it is a main bus.</summary>
    public Vst3BusType BusType;

    /// <summary>More about it.</summary>
    public Vst3BusFlags Flags;
}

/// <summary>RoutingInfo: a channel of a bus.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3RoutingInfo
{
    /// <summary>What the bus carries.</summary>
    public Vst3MediaType MediaType;

    /// <summary>The bus.</summary>
    public int BusIndex;

    /// <summary>The channel; -1 for all.</summary>
    public int Channel;
}

/// <summary>IComponent: a plugin's processing side. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3Component
{
    /// <summary>The id of IComponent.</summary>
    public static readonly Vst3Id Id = new(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);

    /// <summary>The functions.</summary>
    public Vst3ComponentVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3Component"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ComponentVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3PluginBaseVtbl Base;

    /// <summary>(component, class id) Receives the class of the controller, unless the component is its own.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Id*, int> GetControllerClassId;

    /// <summary>(component, mode) Simple (0), advanced (1) or offline (2); before the plugin is initialized.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int> SetIoMode;

    /// <summary>(component, media, direction) The number of buses.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3MediaType, Vst3BusDirection, int> GetBusCount;

    /// <summary>(component, media, direction, index, info) Receives a bus.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3MediaType, Vst3BusDirection, int, Vst3BusInfo*, int> GetBusInfo;

    /// <summary>(component, input, output) Receives the output that belongs to an input.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3RoutingInfo*, Vst3RoutingInfo*, int> GetRoutingInfo;

    /// <summary>(component, media, direction, index, 1 or 0) Switches a bus, while inactive.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3MediaType, Vst3BusDirection, int, byte, int> ActivateBus;

    /// <summary>(component, 1 or 0) Allocates what processing needs, or lets go of it.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte, int> SetActive;

    /// <summary>(component, stream) Loads a state.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Stream*, int> SetState;

    /// <summary>(component, stream) Saves the state.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Stream*, int> GetState;
}
