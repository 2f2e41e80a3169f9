using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>Receives the events of a CLAP plugin and records them as MIDI and parameter edits.</summary>
/// <remarks>The plugin calls from the audio thread, or on the main thread during a flush; nothing here locks or allocates.</remarks>
internal sealed unsafe class ClapEventOutput : IDisposable
{
    private readonly OutputRecorder _recorder;
    private readonly Dictionary<uint, ClapParameter> _parameters = [];
    private GCHandle<ClapEventOutput> _self;

    public ClapEventOutput(OutputRecorder recorder)
    {
        _recorder = recorder;
        _self = new GCHandle<ClapEventOutput>(this);
        List = (ClapOutputEvents*)NativeMemory.Alloc((nuint)sizeof(ClapOutputEvents));
        *List = new ClapOutputEvents { Context = (void*)GCHandle<ClapEventOutput>.ToIntPtr(_self), TryPush = &TryPush };
    }

    public ClapOutputEvents* List { get; }

    /// <summary>Adds a parameter whose changes are recorded.</summary>
    public void Register(ClapParameter parameter) => _parameters[parameter.Id] = parameter;

    public void Dispose()
    {
        NativeMemory.Free(List);
        _self.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TryPush(ClapOutputEvents* list, ClapEventHeader* header) =>
        GCHandle<ClapEventOutput>.FromIntPtr((nint)list->Context).Target.Receive(header) ? (byte)1 : (byte)0;

    // The size of an event that is recorded; no event reaches that of the others.
    private static uint MinSize(ClapEventType type) => type switch
    {
        ClapEventType.Midi => (uint)sizeof(ClapEventMidi),
        ClapEventType.NoteOn or ClapEventType.NoteOff => (uint)sizeof(ClapEventNote),
        ClapEventType.ParamValue => (uint)sizeof(ClapEventParam),
        ClapEventType.ParamGestureBegin or ClapEventType.ParamGestureEnd => (uint)sizeof(ClapEventParamGesture),
        _ => uint.MaxValue,
    };

    private static ShortMessage MessageOf(ClapEventMidi* midi) => new((int)midi->Header.Time, midi->Data[0], midi->Data[1], midi->Data[2]);

    // In MIDI a note-on of velocity 0 is a note-off, in CLAP it is not.
    private static ShortMessage MessageOf(ClapEventNote* note)
    {
        bool isOn = note->Header.Type == ClapEventType.NoteOn;
        int velocity = (int)Math.Round(Math.Clamp(note->Velocity, 0, 1) * 127);
        return new ShortMessage(
            (int)note->Header.Time,
            (byte)((isOn ? 0x90 : 0x80) | (note->Channel & 0x0F)),
            (byte)(note->Key & 0x7F),
            (byte)Math.Max(velocity, isOn ? 1 : 0));
    }

    private bool Receive(ClapEventHeader* header)
    {
        if (header == null || header->Space != ClapEventHeader.CoreSpace || header->Size < MinSize(header->Type))
        {
            _recorder.Drop();
            return false;
        }

        return header->Type switch
        {
            ClapEventType.Midi => _recorder.Add(MessageOf((ClapEventMidi*)header)),
            ClapEventType.ParamValue => Record((ClapEventParam*)header),
            ClapEventType.ParamGestureBegin => Record(ParameterEditKind.Begin, (ClapEventParamGesture*)header),
            ClapEventType.ParamGestureEnd => Record(ParameterEditKind.End, (ClapEventParamGesture*)header),
            _ => _recorder.Add(MessageOf((ClapEventNote*)header)),
        };
    }

    private bool Record(ClapEventParam* param)
    {
        if (_parameters.TryGetValue(param->ParamId, out ClapParameter? parameter))
        {
            _recorder.Add(new ParameterEdit(ParameterEditKind.Automate, parameter.Index, parameter.Normalize(param->Value)));
        }

        return true;
    }

    private bool Record(ParameterEditKind kind, ClapEventParamGesture* gesture)
    {
        if (_parameters.TryGetValue(gesture->ParamId, out ClapParameter? parameter))
        {
            _recorder.Add(new ParameterEdit(kind, parameter.Index, 0));
        }

        return true;
    }
}
