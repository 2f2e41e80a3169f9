using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop;

/// <summary>What one plugin instance sees of its host: the answers to the host callback, and the records of what it told.</summary>
/// <remarks>
/// <see cref="Answer"/> comes on any thread. What comes inside of process (time, MIDI, level) neither locks nor allocates: buffers are
/// made once, bounded, and what does not fit is dropped and counted.
/// </remarks>
internal sealed unsafe partial class HostSide : IDisposable
{
    public const int VstVersion = 2400;
    private const int EmittedCapacity = 16384;
    private const int EditCapacity = 4096;

    private static readonly HashSet<string> Abilities =
    [
        "sendVstEvents", "sendVstMidiEvent", "receiveVstEvents", "receiveVstMidiEvent", "sendVstTimeInfo", "sizeWindow",
        "startStopProcess", "supplyIdle", "reportConnectionChanges", "acceptIOChanges",
    ];

    private readonly ShortMessage[] _emitted = new ShortMessage[EmittedCapacity];
    private readonly ParameterEdit[] _edits = new ParameterEdit[EditCapacity];
    private VstTimeInfo* _time = (VstTimeInfo*)NativeMemory.AllocZeroed((nuint)sizeof(VstTimeInfo));
    private byte* _directory;
    private int _emittedCount;
    private int _editCount;
    private int _processThread;

    public HostSide(string directory)
    {
        int length = Encoding.UTF8.GetByteCount(directory);
        _directory = (byte*)NativeMemory.AllocZeroed((nuint)length + 1);
        Encoding.UTF8.GetBytes(directory, new Span<byte>(_directory, length));
    }

    public double SampleRate { get; set; } = 44100;

    public int BlockSize { get; set; } = 512;

    public ProcessPacing Pacing { get; set; } = ProcessPacing.RealTime;

    public HostTransport? Transport { get; set; }

    public bool AcceptsEvents { get; set; } = true;

    public bool WantedMidi { get; private set; }

    public int DisplayUpdates { get; private set; }

    public int EventCalls { get; private set; }

    public int EventsDropped { get; private set; }

    public int EventsOutsideProcess { get; private set; }

    public ReadOnlySpan<ShortMessage> Emitted => _emitted.AsSpan(0, _emittedCount);

    public ReadOnlySpan<ParameterEdit> Edits => _edits.AsSpan(0, Math.Min(Volatile.Read(ref _editCount), EditCapacity));

    public void ClearEdits() => Volatile.Write(ref _editCount, 0);

    public void BeginProcess()
    {
        _emittedCount = 0;
        EventCalls = 0;
        Volatile.Write(ref _processThread, Environment.CurrentManagedThreadId);
    }

    public void EndProcess() => Volatile.Write(ref _processThread, 0);

    public nint Answer(int opcode, int index, nint value, void* pointer, float option)
    {
        switch (opcode)
        {
            case HostOpcode.Automate:
                Record(new ParameterEdit(ParameterEditKind.Automate, index, option));
                return 0;
            case HostOpcode.BeginEdit:
                Record(new ParameterEdit(ParameterEditKind.Begin, index, 0));
                return 1;
            case HostOpcode.EndEdit:
                Record(new ParameterEdit(ParameterEditKind.End, index, 0));
                return 1;
            case HostOpcode.Version:
                return VstVersion;
            case HostOpcode.WantMidi:
                WantedMidi = true;
                return 1;
            case HostOpcode.GetTime:
                return Transport != null && Transport.TryGetTime((TimeInfoFlags)(int)value, out *_time) ? (nint)_time : 0;
            case HostOpcode.ProcessEvents:
                return ReceiveEvents((VstEvents*)pointer);
            case HostOpcode.GetSampleRate:
                return (nint)SampleRate;
            case HostOpcode.GetBlockSize:
                return BlockSize;
            case HostOpcode.GetCurrentProcessLevel:
                return Level();
            case HostOpcode.GetVendorString:
                return Write(pointer, "DrumSpace"u8);
            case HostOpcode.GetProductString:
                return Write(pointer, "DrumSpace Host"u8);
            case HostOpcode.GetVendorVersion:
                return 1000;
            case HostOpcode.CanDo:
                return pointer != null && Abilities.Contains(Marshal.PtrToStringUTF8((nint)pointer) ?? "") ? 1 : 0;
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
        NativeMemory.Free(_directory);
        _directory = null;
    }
}
