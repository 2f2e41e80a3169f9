using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Vst2;

/// <summary>The host as one VST2 instance sees it: answers the host callback.</summary>
/// <remarks><see cref="Answer"/> comes on any thread. What a plugin asks for while it processes neither locks nor allocates.</remarks>
internal sealed unsafe class Vst2HostSide : IDisposable
{
    public const int VstVersion = 2400;

    private static readonly HashSet<string> Abilities =
    [
        "sendVstEvents", "sendVstMidiEvent", "receiveVstEvents", "receiveVstMidiEvent", "sendVstTimeInfo", "sizeWindow",
        "startStopProcess", "supplyIdle", "reportConnectionChanges", "acceptIOChanges",
    ];

    private readonly HostContext _context;
    private VstTimeInfo* _time;
    private byte* _directory;

    public Vst2HostSide(HostContext context, string directory)
    {
        _context = context;
        _time = (VstTimeInfo*)NativeMemory.AllocZeroed((nuint)sizeof(VstTimeInfo));
        _directory = (byte*)Marshal.StringToCoTaskMemUTF8(directory);
    }

    public bool WantedMidi { get; private set; }

    public int DisplayUpdates { get; private set; }

    /// <summary>The number of event lists in the current block.</summary>
    public int EventLists { get; private set; }

    public void BeginBlock() => EventLists = 0;

    public nint Answer(int opcode, int index, nint value, void* pointer, float option)
    {
        switch (opcode)
        {
            case HostOpcode.Automate:
                _context.Output.Add(new ParameterEdit(ParameterEditKind.Automate, index, option));
                return 0;
            case HostOpcode.BeginEdit:
                _context.Output.Add(new ParameterEdit(ParameterEditKind.Begin, index, 0));
                return 1;
            case HostOpcode.EndEdit:
                _context.Output.Add(new ParameterEdit(ParameterEditKind.End, index, 0));
                return 1;
            case HostOpcode.Version:
                return VstVersion;
            case HostOpcode.WantMidi:
                WantedMidi = true;
                return 1;
            case HostOpcode.GetTime:
                return _context.Transport is { } transport && transport.TryGetTime((TimeInfoFlags)(int)value, out *_time) ? (nint)_time : 0;
            case HostOpcode.ProcessEvents:
                return Receive((VstEvents*)pointer);
            case HostOpcode.GetSampleRate:
                return (nint)_context.SampleRate;
            case HostOpcode.GetBlockSize:
                return _context.BlockSize;
            case HostOpcode.GetCurrentProcessLevel:
                return Level();
            case HostOpcode.GetVendorString:
                return Write(pointer, "DrumSpace\0"u8);
            case HostOpcode.GetProductString:
                return Write(pointer, "DrumSpace Host\0"u8);
            case HostOpcode.GetVendorVersion:
                return 1000;
            case HostOpcode.CanDo:
                return Abilities.Contains(Marshal.PtrToStringUTF8((nint)pointer) ?? "") ? 1 : 0;
            case HostOpcode.GetLanguage:
                return 1;
            case HostOpcode.GetDirectory:
                return (nint)_directory;
            case HostOpcode.UpdateDisplay:
                DisplayUpdates++;
                return 1;
            default:
                return 0;
        }
    }

    public void Dispose()
    {
        NativeMemory.Free(_time);
        _time = null;
        Marshal.FreeCoTaskMem((nint)_directory);
        _directory = null;
    }

    private static nint Write(void* target, ReadOnlySpan<byte> text)
    {
        if (target != null)
        {
            text.CopyTo(new Span<byte>(target, text.Length));
        }

        return target == null ? 0 : 1;
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
                _context.Output.Add(new ShortMessage(e->DeltaFrames, e->Data[0], e->Data[1], e->Data[2]));
            }
            else
            {
                _context.Output.Drop();
            }
        }

        return _context.AcceptsEvents ? 1 : 0;
    }

    private int Level() => _context.ReportedPacing switch
    {
        null => ProcessLevel.Unknown,
        ProcessPacing.Offline => ProcessLevel.Offline,
        _ => _context.IsAudioThread ? ProcessLevel.Realtime : ProcessLevel.User,
    };
}
