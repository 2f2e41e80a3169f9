using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Vst2;

/// <summary>The host as one VST2 instance sees it: answers the host callback.</summary>
/// <remarks><see cref="Answer"/> comes on any thread. What a plugin asks for while it processes neither locks nor allocates.</remarks>
internal sealed unsafe class Vst2HostSide(HostContext context, string directory) : IDisposable
{
    public const int VstVersion = 2400;

    private static readonly HashSet<string> Abilities =
    [
        "sendVstEvents", "sendVstMidiEvent", "receiveVstEvents", "receiveVstMidiEvent", "sendVstTimeInfo", "sizeWindow",
        "startStopProcess", "supplyIdle", "reportConnectionChanges", "acceptIOChanges",
    ];

    private readonly VstTimeInfo* _time = (VstTimeInfo*)NativeMemory.AllocZeroed((nuint)sizeof(VstTimeInfo));
    private readonly nint _directory = Marshal.StringToCoTaskMemUTF8(directory);
    private int _midiRequests;
    private int _displayUpdates;

    public bool WantedMidi => Volatile.Read(ref _midiRequests) > 0;

    public int DisplayUpdates => Volatile.Read(ref _displayUpdates);

    /// <summary>The size that the plugin asked for since its window was opened; null for none. Main thread.</summary>
    public (int Width, int Height)? RequestedSize { get; set; }

    /// <summary>The number of event lists in the current block.</summary>
    public int EventLists { get; private set; }

    public void BeginBlock() => EventLists = 0;

    public nint Answer(int opcode, int index, nint value, void* pointer, float option) => opcode switch
    {
        HostOpcode.Automate => Record(ParameterEditKind.Automate, index, option),
        HostOpcode.BeginEdit => Record(ParameterEditKind.Begin, index, 0),
        HostOpcode.EndEdit => Record(ParameterEditKind.End, index, 0),
        HostOpcode.Version => VstVersion,
        HostOpcode.WantMidi => Count(ref _midiRequests),
        HostOpcode.GetTime => context.Transport?.TryGetTime((TimeInfoFlags)(int)value, out *_time) == true ? (nint)_time : 0,
        HostOpcode.ProcessEvents => Receive((VstEvents*)pointer),
        HostOpcode.SizeWindow => Resize(index, (int)value),
        HostOpcode.GetSampleRate => (nint)context.SampleRate,
        HostOpcode.GetBlockSize => context.BlockSize,
        HostOpcode.GetCurrentProcessLevel => Level(),
        HostOpcode.GetVendorString => Write(pointer, "DrumSpace\0"u8),
        HostOpcode.GetProductString => Write(pointer, "DrumSpace Host\0"u8),
        HostOpcode.GetVendorVersion => 1000,
        HostOpcode.CanDo => Abilities.Contains(Marshal.PtrToStringUTF8((nint)pointer) ?? "") ? 1 : 0,
        HostOpcode.GetLanguage => 1,
        HostOpcode.GetDirectory => _directory,
        HostOpcode.UpdateDisplay => Count(ref _displayUpdates),
        _ => 0,
    };

    public void Dispose()
    {
        NativeMemory.Free(_time);
        Marshal.FreeCoTaskMem(_directory);
    }

    private static nint Count(ref int counter)
    {
        Interlocked.Increment(ref counter);
        return 1;
    }

    private static nint Write(void* target, ReadOnlySpan<byte> text)
    {
        if (target == null)
        {
            return 0;
        }

        text.CopyTo(new Span<byte>(target, text.Length));
        return 1;
    }

    private nint Resize(int width, int height)
    {
        RequestedSize = (width, height);
        return 1;
    }

    private nint Record(ParameterEditKind kind, int index, float value)
    {
        context.Output.Add(new ParameterEdit(kind, index, value));
        return 1;
    }

    private nint Receive(VstEvents* events)
    {
        if (events == null)
        {
            return 0;
        }

        EventLists++;
        var list = (VstMidiEvent**)((byte*)events + VstEvents.HeaderSize);
        for (int i = 0; i < events->EventCount; i++)
        {
            VstMidiEvent* e = list[i];
            if (e != null && e->Type == VstMidiEvent.MidiType)
            {
                context.Output.Add(new ShortMessage(e->DeltaFrames, e->Data[0], e->Data[1], e->Data[2]));
            }
            else
            {
                context.Output.Drop();
            }
        }

        return context.AcceptsEvents ? 1 : 0;
    }

    private int Level() => context.ReportedPacing switch
    {
        null => ProcessLevel.Unknown,
        ProcessPacing.Offline => ProcessLevel.Offline,
        _ => context.IsAudioThread ? ProcessLevel.Realtime : ProcessLevel.User,
    };
}
