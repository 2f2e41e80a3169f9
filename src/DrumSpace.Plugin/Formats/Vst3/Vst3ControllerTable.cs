using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// The functions of IEditController, IEditController2 and IMidiMapping. All state is the component's: the controller's own is empty. Main
/// thread; reading a parameter's value on any.
/// </summary>
internal static unsafe class Vst3ControllerTable
{
    /// <summary>The functions of IEditController.</summary>
    public static Vst3EditControllerVtbl* Pointer { get; } = HostMemory.Keep(new Vst3EditControllerVtbl
    {
        Base = new Vst3PluginBaseVtbl { Unknown = Vst3Object.Unknown, Initialize = &InitializeEntry, Terminate = &TerminateEntry },
        SetComponentState = &IgnoreStateEntry,
        SetState = &IgnoreStateEntry,
        GetState = &IgnoreStateEntry,
        GetParameterCount = &GetParameterCountEntry,
        GetParameterInfo = &GetParameterInfoEntry,
        GetParamStringByValue = &GetParamStringByValueEntry,
        GetParamValueByString = &GetParamValueByStringEntry,
        NormalizedParamToPlain = &NormalizedParamToPlainEntry,
        PlainParamToNormalized = &PlainParamToNormalizedEntry,
        GetParamNormalized = &GetParamNormalizedEntry,
        SetParamNormalized = &SetParamNormalizedEntry,
        SetComponentHandler = &SetComponentHandlerEntry,
        CreateView = &CreateViewEntry,
    });

    /// <summary>The functions of IEditController2: the plugin's knobs are its own, and it has no help or about box.</summary>
    public static Vst3EditController2Vtbl* Second { get; } = HostMemory.Keep(new Vst3EditController2Vtbl
    {
        Unknown = Vst3Object.Unknown,
        SetKnobMode = &SetKnobModeEntry,
        OpenHelp = &OpenEntry,
        OpenAboutBox = &OpenEntry,
    });

    /// <summary>The functions of IMidiMapping.</summary>
    public static Vst3MidiMappingVtbl* MidiMapping { get; } = HostMemory.Keep(new Vst3MidiMappingVtbl
    {
        Unknown = Vst3Object.Unknown,
        GetMidiControllerAssignment = &GetMidiControllerAssignmentEntry,
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int InitializeEntry(void* self, Vst3Unknown* host) => Vst3ComponentTable.Initialize(self, host);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int TerminateEntry(void* self) => Vst3ComponentTable.Terminate(self);

    // The component's state is here already, because the component is here.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IgnoreStateEntry(void* self, Vst3Stream* stream) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetParameterCountEntry(void* self) => Vst3Parameters.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetParameterInfoEntry(void* self, int index, Vst3ParameterInfo* info) =>
        Vst3Plugin.OnMainThread(self, "getParameterInfo", plugin =>
        {
            if (info == null || (uint)index >= (uint)Vst3Parameters.Count)
            {
                return Vst3Result.InvalidArgument;
            }

            plugin.Parameters.Describe(index, info);
            return Vst3Result.Ok;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetParamStringByValueEntry(void* self, uint id, double value, char* text) =>
        Vst3Plugin.OnMainThread(self, "getParamStringByValue", plugin =>
            Vst3Parameters.Exists(id) && !double.IsNaN(value) && WideText.Write(text, plugin.Parameters.Format(id, value))
                ? Vst3Result.Ok
                : Vst3Result.InvalidArgument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetParamValueByStringEntry(void* self, uint id, char* text, double* value) =>
        Vst3Plugin.OnMainThread(self, "getParamValueByString", plugin =>
        {
            if (text == null || value == null || !plugin.Parameters.TryParse(id, WideText.Read(text), out double parsed))
            {
                return Vst3Result.False;
            }

            *value = parsed;
            return Vst3Result.Ok;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double NormalizedParamToPlainEntry(void* self, uint id, double value) =>
        double.IsNaN(value) ? 0 : Vst3Plugin.Of(self)?.Parameters.ToPlain(id, value) ?? 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double PlainParamToNormalizedEntry(void* self, uint id, double plain) =>
        double.IsNaN(plain) ? 0 : Vst3Plugin.Of(self)?.Parameters.ToNormalized(id, plain) ?? 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double GetParamNormalizedEntry(void* self, uint id) => Vst3Plugin.Of(self)?.Parameters.Get(id) ?? 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetParamNormalizedEntry(void* self, uint id, double value) =>
        Vst3Plugin.Of(self) is { } plugin && plugin.Parameters.Set(id, value) ? Vst3Result.Ok : Vst3Result.InvalidArgument;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetComponentHandlerEntry(void* self, Vst3ComponentHandler* handler) =>
        Vst3Plugin.OnMainThread(self, "setComponentHandler", plugin =>
        {
            plugin.Host.SetHandler(handler);
            return Vst3Result.Ok;
        });

    // Some hosts ask for a view without a name.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Vst3PlugView* CreateViewEntry(void* self, byte* name)
    {
        Vst3PlugView* view = null;
        Vst3Plugin.OnMainThread(self, "createView", plugin =>
        {
            bool isEditor = name == null || HostText.Bytes(name).SequenceEqual(Vst3ViewType.Editor);
            view = isEditor && plugin.Editor.Size != null ? (Vst3PlugView*)new Vst3View(plugin).First : null;
            return Vst3Result.Ok;
        });
        return view;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetKnobModeEntry(void* self, int mode) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OpenEntry(void* self, byte onlyCheck) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetMidiControllerAssignmentEntry(void* self, int bus, short channel, short controller, uint* id)
    {
        if (bus != 0 || id == null || Vst3Controllers.IdOf(channel, controller) is not { } found)
        {
            return Vst3Result.False;
        }

        *id = found;
        return Vst3Result.Ok;
    }
}
