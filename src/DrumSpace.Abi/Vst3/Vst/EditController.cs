using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>ParameterInfo::ParameterFlags.</summary>
[Flags]
public enum Vst3ParameterFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The host may automate it.</summary>
    CanAutomate = 1 << 0,

    /// <summary>The plugin alone sets it.</summary>
    IsReadOnly = 1 << 1,

    /// <summary>After the greatest value comes the least.</summary>
    IsWrapAround = 1 << 2,

    /// <summary>Its values are names.</summary>
    IsList = 1 << 3,

    /// <summary>The host should not show it.</summary>
    IsHidden = 1 << 4,

    /// <summary>It selects the program of its unit.</summary>
    IsProgramChange = 1 << 15,

    /// <summary>It bypasses the plugin.</summary>
    IsBypass = 1 << 16,
}

/// <summary>ParameterInfo: a parameter. Texts are null-terminated.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
public unsafe struct Vst3ParameterInfo
{
    /// <summary>The id, which automation refers to.</summary>
    public uint Id;

    /// <summary>The name.</summary>
    public fixed char Title[Vst3Text.Size];

    /// <summary>A short name; may be empty.</summary>
    public fixed char ShortTitle[Vst3Text.Size];

    /// <summary>The unit of its values: "dB"; may be empty.</summary>
    public fixed char Units[Vst3Text.Size];

    /// <summary>The number of values less one; 0 for a continuous parameter.</summary>
    public int StepCount;

    /// <summary>The default, 0 to 1.</summary>
    public double DefaultNormalizedValue;

    /// <summary>The unit, in the sense of <see cref="Vst3UnitInfo"/>, that it belongs to.</summary>
    public int UnitId;

    /// <summary>More about it.</summary>
    public Vst3ParameterFlags Flags;
}

/// <summary>RestartFlags: what changed in a plugin.</summary>
[Flags]
public enum Vst3RestartFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>All: the host creates the plugin anew.</summary>
    ReloadComponent = 1 << 0,

    /// <summary>The buses.</summary>
    IoChanged = 1 << 1,

    /// <summary>Parameter values.</summary>
    ParamValuesChanged = 1 << 2,

    /// <summary>The latency.</summary>
    LatencyChanged = 1 << 3,

    /// <summary>Names, defaults or flags of parameters.</summary>
    ParamTitlesChanged = 1 << 4,

    /// <summary>The controllers that <see cref="Vst3MidiMapping"/> assigns.</summary>
    MidiCCAssignmentChanged = 1 << 5,

    /// <summary>Note expressions.</summary>
    NoteExpressionChanged = 1 << 6,

    /// <summary>Names of buses.</summary>
    IoTitlesChanged = 1 << 7,

    /// <summary>Whether blocks may be made ahead of time.</summary>
    PrefetchableSupportChanged = 1 << 8,

    /// <summary>The routing.</summary>
    RoutingInfoChanged = 1 << 9,

    /// <summary>Key switches.</summary>
    KeyswitchChanged = 1 << 10,

    /// <summary>The ids of parameters.</summary>
    ParamIdMappingChanged = 1 << 11,
}

/// <summary>The names of views, each without the null that terminates it in memory.</summary>
public static class Vst3ViewType
{
    /// <summary>ViewType::kEditor: the plugin's window.</summary>
    public static ReadOnlySpan<byte> Editor => "editor"u8;
}

/// <summary>IComponentHandler: what a controller tells its host. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ComponentHandler
{
    /// <summary>The id of IComponentHandler.</summary>
    public static readonly Vst3Id Id = new(0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);

    /// <summary>The functions.</summary>
    public Vst3ComponentHandlerVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3ComponentHandler"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ComponentHandlerVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(handler, parameter) A hand takes a parameter.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, int> BeginEdit;

    /// <summary>(handler, parameter, value 0 to 1) The hand moves it; the value goes to the processor with the next block.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, double, int> PerformEdit;

    /// <summary>(handler, parameter) The hand lets it go.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, int> EndEdit;

    /// <summary>(handler, flags) The host should read again what changed.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3RestartFlags, int> RestartComponent;
}

/// <summary>IComponentHandler2: more that a controller tells its host. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ComponentHandler2
{
    /// <summary>The id of IComponentHandler2.</summary>
    public static readonly Vst3Id Id = new(0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);

    /// <summary>The functions.</summary>
    public Vst3ComponentHandler2Vtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3ComponentHandler2"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3ComponentHandler2Vtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(handler, 1 or 0) The state changed and is not saved.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte, int> SetDirty;

    /// <summary>(handler, view) Asks for a window.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, int> RequestOpenEditor;

    /// <summary>(handler) The next edits belong together: they have one time.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> StartGroupEdit;

    /// <summary>(handler) They are over.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> FinishGroupEdit;
}

/// <summary>IEditController: a plugin's side for parameters and window. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EditController
{
    /// <summary>The id of IEditController.</summary>
    public static readonly Vst3Id Id = new(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);

    /// <summary>The functions.</summary>
    public Vst3EditControllerVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3EditController"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EditControllerVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3PluginBaseVtbl Base;

    /// <summary>(controller, stream) The component's state, for the controller to follow.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Stream*, int> SetComponentState;

    /// <summary>(controller, stream) Loads the controller's own state.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Stream*, int> SetState;

    /// <summary>(controller, stream) Saves the controller's own state.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Stream*, int> GetState;

    /// <summary>(controller) The number of parameters.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetParameterCount;

    /// <summary>(controller, index, info) Receives a parameter.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3ParameterInfo*, int> GetParameterInfo;

    /// <summary>(controller, parameter, value 0 to 1, text of 128 characters) Receives the text of a value.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, double, char*, int> GetParamStringByValue;

    /// <summary>(controller, parameter, text, value 0 to 1) Receives the value of a text.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, char*, double*, int> GetParamValueByString;

    /// <summary>(controller, parameter, value 0 to 1) The value in the parameter's own range.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, double, double> NormalizedParamToPlain;

    /// <summary>(controller, parameter, value in its own range) The value, 0 to 1.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, double, double> PlainParamToNormalized;

    /// <summary>(controller, parameter) The value, 0 to 1.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, double> GetParamNormalized;

    /// <summary>(controller, parameter, value 0 to 1) A value to show; the processor has got it already.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint, double, int> SetParamNormalized;

    /// <summary>(controller, handler) What the controller shall tell its changes; null for none.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3ComponentHandler*, int> SetComponentHandler;

    /// <summary>(controller, name) A view, with a reference; null if there is none of that name.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, Vst3PlugView*> CreateView;
}

/// <summary>IEditController2: more of a controller. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EditController2
{
    /// <summary>The id of IEditController2.</summary>
    public static readonly Vst3Id Id = new(0x7F4EFE59, 0xF3204967, 0xAC27A3AE, 0xAFB63038);

    /// <summary>The functions.</summary>
    public Vst3EditController2Vtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3EditController2"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EditController2Vtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(controller, mode) How knobs turn: circular (0), circular relative to the start (1), linear (2).</summary>
    public delegate* unmanaged[Cdecl]<void*, int, int> SetKnobMode;

    /// <summary>(controller, only check) Opens the help, or says whether there is one.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte, int> OpenHelp;

    /// <summary>(controller, only check) Opens the window about the plugin, or says whether there is one.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte, int> OpenAboutBox;
}

/// <summary>IMidiMapping: which parameters MIDI controllers move: VST 3 gives a plugin no controllers as such. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3MidiMapping
{
    /// <summary>The id of IMidiMapping.</summary>
    public static readonly Vst3Id Id = new(0xDF0FF9F7, 0x49B74669, 0xB63AB732, 0x7ADBF5E5);

    /// <summary>The functions.</summary>
    public Vst3MidiMappingVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3MidiMapping"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3MidiMappingVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(controller, event input, channel from 0, controller, parameter) Receives a parameter; False if none.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, short, short, uint*, int> GetMidiControllerAssignment;
}
