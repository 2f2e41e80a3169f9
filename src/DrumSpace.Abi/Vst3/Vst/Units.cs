using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>Numbers of units and program lists.</summary>
public static class Vst3Unit
{
    /// <summary>kRootUnitId: the unit that all others are below.</summary>
    public const int Root = 0;

    /// <summary>kNoParentUnitId: the parent of the root.</summary>
    public const int NoParent = -1;

    /// <summary>kNoProgramListId: a unit without programs.</summary>
    public const int NoProgramList = -1;

    /// <summary>kAllProgramInvalid: all programs of a list changed.</summary>
    public const int AllPrograms = -1;
}

/// <summary>UnitInfo: a group of parameters.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
public unsafe struct Vst3UnitInfo
{
    /// <summary>Its id.</summary>
    public int Id;

    /// <summary>The unit above.</summary>
    public int ParentUnitId;

    /// <summary>Its name, null-terminated.</summary>
    public fixed char Name[Vst3Text.Size];

    /// <summary>Its programs, or <see cref="Vst3Unit.NoProgramList"/>.</summary>
    public int ProgramListId;
}

/// <summary>ProgramListInfo: a list of programs.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
public unsafe struct Vst3ProgramListInfo
{
    /// <summary>Its id.</summary>
    public int Id;

    /// <summary>Its name, null-terminated.</summary>
    public fixed char Name[Vst3Text.Size];

    /// <summary>The number of programs.</summary>
    public int ProgramCount;
}

/// <summary>IUnitHandler: what a controller tells its host of units; the component handler may have it. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3UnitHandler
{
    /// <summary>The id of IUnitHandler.</summary>
    public static readonly Vst3Id Id = new(0x4B5147F8, 0x4654486B, 0x8DAB30BA, 0x163A3C56);

    /// <summary>The functions.</summary>
    public Vst3UnitHandlerVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3UnitHandler"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3UnitHandlerVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(handler, unit) The user selected a unit in the window.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int> NotifyUnitSelection;

    /// <summary>(handler, list, program or all) Names of programs changed.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int, int> NotifyProgramListChange;
}

/// <summary>IUnitInfo: the units and programs of a controller. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3UnitInformation
{
    /// <summary>The id of IUnitInfo.</summary>
    public static readonly Vst3Id Id = new(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1);

    /// <summary>The functions.</summary>
    public Vst3UnitInformationVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3UnitInformation"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3UnitInformationVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(controller) The number of units.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetUnitCount;

    /// <summary>(controller, index, info) Receives a unit.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3UnitInfo*, int> GetUnitInfo;

    /// <summary>(controller) The number of program lists.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetProgramListCount;

    /// <summary>(controller, index, info) Receives a program list.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3ProgramListInfo*, int> GetProgramListInfo;

    /// <summary>(controller, list, program, text of 128 characters) Receives a program's name.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int, char*, int> GetProgramName;

    /// <summary>(controller, list, program, attribute, text of 128 characters) Receives more about a program.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int, byte*, char*, int> GetProgramInfo;

    /// <summary>(controller, list, program) Ok if its keys have names.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int, int> HasProgramPitchNames;

    /// <summary>(controller, list, program, key, text of 128 characters) Receives the name of a key.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int, short, char*, int> GetProgramPitchName;

    /// <summary>(controller) The unit that the user selected.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetSelectedUnit;

    /// <summary>(controller, unit) Selects a unit.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int> SelectUnit;

    /// <summary>(controller, media, direction, bus, channel, unit) Receives the unit of a channel.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3MediaType, Vst3BusDirection, int, int, int*, int> GetUnitByBus;

    /// <summary>(controller, list or unit, program or -1, stream) Loads a program or unit.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int, Vst3Stream*, int> SetUnitProgramData;
}
