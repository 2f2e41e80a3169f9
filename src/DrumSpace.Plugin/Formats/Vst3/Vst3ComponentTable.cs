using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// The functions of IComponent: first and last call, buses, activation and state. A stereo output for the built-in instruments, an input
/// and an output for events, each with the 16 channels of MIDI. Main thread.
/// </summary>
internal static unsafe class Vst3ComponentTable
{
    private const int MidiChannels = 16;

    /// <summary>The functions.</summary>
    public static Vst3ComponentVtbl* Pointer { get; } = HostMemory.Keep(new Vst3ComponentVtbl
    {
        Base = new Vst3PluginBaseVtbl { Unknown = Vst3Object.Unknown, Initialize = &InitializeEntry, Terminate = &TerminateEntry },
        GetControllerClassId = &GetControllerClassIdEntry,
        SetIoMode = &SetIoModeEntry,
        GetBusCount = &GetBusCountEntry,
        GetBusInfo = &GetBusInfoEntry,
        GetRoutingInfo = &GetRoutingInfoEntry,
        ActivateBus = &ActivateBusEntry,
        SetActive = &SetActiveEntry,
        SetState = &SetStateEntry,
        GetState = &GetStateEntry,
    });

    /// <summary>Whether there is a bus.</summary>
    public static bool HasBus(Vst3MediaType media, Vst3BusDirection direction, int index) =>
        index == 0 && CountBuses(media, direction) == 1;

    /// <summary>First call of component and controller.</summary>
    public static int Initialize(void* self, Vst3Unknown* host)
    {
        nint context = (nint)host;
        return Vst3Plugin.OnMainThread(self, "initialize", plugin =>
        {
            plugin.Host.SetContext((Vst3Unknown*)context);
            return Vst3Result.Ok;
        });
    }

    /// <summary>Last call of component and controller.</summary>
    public static int Terminate(void* self) => Vst3Plugin.OnMainThread(self, "terminate", plugin =>
    {
        plugin.Terminate();
        return Vst3Result.Ok;
    });

    private static int CountBuses(Vst3MediaType media, Vst3BusDirection direction) =>
        (media, direction) is (Vst3MediaType.Audio, Vst3BusDirection.Output)
            or (Vst3MediaType.Event, Vst3BusDirection.Input or Vst3BusDirection.Output) ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int InitializeEntry(void* self, Vst3Unknown* host) => Initialize(self, host);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int TerminateEntry(void* self) => Terminate(self);

    // The component is its own controller.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetControllerClassIdEntry(void* self, Vst3Id* classId) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetIoModeEntry(void* self, int mode) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetBusCountEntry(void* self, Vst3MediaType media, Vst3BusDirection direction) => CountBuses(media, direction);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetBusInfoEntry(void* self, Vst3MediaType media, Vst3BusDirection direction, int index, Vst3BusInfo* info)
    {
        if (!HasBus(media, direction, index) || info == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *info = new Vst3BusInfo
        {
            MediaType = media,
            Direction = direction,
            ChannelCount = media == Vst3MediaType.Audio ? 2 : MidiChannels,
            BusType = Vst3BusType.Main,
            Flags = Vst3BusFlags.DefaultActive,
        };
        WideText.Write(info->Name, media == Vst3MediaType.Audio ? "Kit" : direction == Vst3BusDirection.Input ? "MIDI" : "Beat");
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetRoutingInfoEntry(void* self, Vst3RoutingInfo* input, Vst3RoutingInfo* output) => Vst3Result.NotImplemented;

    // A bus that is off has no buffers or lists in the blocks, which says the same.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ActivateBusEntry(void* self, Vst3MediaType media, Vst3BusDirection direction, int index, byte isActive) =>
        HasBus(media, direction, index) ? Vst3Result.Ok : Vst3Result.InvalidArgument;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetActiveEntry(void* self, byte isActive) => Vst3Plugin.OnMainThread(self, "setActive", plugin =>
    {
        plugin.Processor.SetActive(isActive != 0);
        return Vst3Result.Ok;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetStateEntry(void* self, Vst3Stream* stream) => Vst3Plugin.OnMainThread(self, "setState", plugin =>
    {
        if (stream == null)
        {
            return Vst3Result.InvalidArgument;
        }

        if (Vst3State.Read(new Vst3HostStream(stream)) is not { } chunk || !plugin.Core.TryLoadState(chunk))
        {
            return Vst3Result.False;
        }

        plugin.Processor.Mirror.ConfirmAll();
        plugin.Processor.ConfirmProgram();
        plugin.Host.NotifyPrograms();
        return Vst3Result.Ok;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetStateEntry(void* self, Vst3Stream* stream) => Vst3Plugin.OnMainThread(self, "getState", plugin =>
        stream == null ? Vst3Result.InvalidArgument
        : new Vst3HostStream(stream).Write(plugin.Core.SaveState(programOnly: false)) ? Vst3Result.Ok
        : Vst3Result.InternalError);
}
