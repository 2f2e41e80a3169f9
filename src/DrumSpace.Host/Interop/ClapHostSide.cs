using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop;

/// <summary>What one CLAP instance sees of its host: the host's struct and extensions, and the records of what the plugin told.</summary>
/// <remarks>
/// The plugin calls on any thread. What comes inside of process neither locks nor allocates: buffers are made once, bounded, and what
/// does not fit is dropped and counted. No exception passes into the plugin.
/// </remarks>
internal sealed unsafe partial class ClapHostSide : IDisposable
{
    private const int EmittedCapacity = 16384;
    private const int EditCapacity = 4096;

    private readonly ShortMessage[] _emitted = new ShortMessage[EmittedCapacity];
    private readonly ParameterEdit[] _edits = new ParameterEdit[EditCapacity];
    private readonly Dictionary<uint, (int Index, double Min, double Max)> _parameters = [];
    private readonly List<string> _log = [];
    private readonly ClapNoteDialects _dialects;
    private readonly int _mainThread = Environment.CurrentManagedThreadId;
    private ClapHost* _host;
    private ClapOutputEvents* _output;
    private GCHandle _handle;
    private int _emittedCount;
    private int _editCount;
    private int _processThread;

    public ClapHostSide(ClapNoteDialects dialects)
    {
        _dialects = dialects;
        _handle = GCHandle.Alloc(this);
        _host = Keep(new ClapHost
        {
            ClapVersion = ClapVersion.Current,
            HostData = (void*)GCHandle.ToIntPtr(_handle),
            Name = HostName,
            Vendor = HostName,
            Url = EmptyText,
            Version = VersionText,
            GetExtension = &GetExtension,
            RequestRestart = &Ignore,
            RequestProcess = &Ignore,
            RequestCallback = &RequestCallback,
        });
        _output = Keep(new ClapOutputEvents { Context = _host->HostData, TryPush = &TryPush });
    }

    public ClapHost* Host => _host;

    public ClapOutputEvents* Output => _output;

    public int EventsDropped { get; private set; }

    public int EventsOutsideProcess { get; private set; }

    /// <summary>How often the plugin said that what the host knows of its parameters has changed.</summary>
    public int Rescans { get; private set; }

    /// <summary>Whether the plugin asked for a call on the main thread.</summary>
    public bool WantsCallback { get; set; }

    public ReadOnlySpan<ShortMessage> Emitted => _emitted.AsSpan(0, _emittedCount);

    public ReadOnlySpan<ParameterEdit> Edits => _edits.AsSpan(0, _editCount);

    /// <summary>What the plugin wrote into the host's log; a copy.</summary>
    public string[] Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Tells which parameter an id means.</summary>
    public void Learn(int index, in ClapParamInfo info) => _parameters[info.Id] = (index, info.MinValue, info.MaxValue);

    public void ClearEdits() => _editCount = 0;

    public void BeginProcess()
    {
        _emittedCount = 0;
        Volatile.Write(ref _processThread, Environment.CurrentManagedThreadId);
    }

    public void EndProcess() => Volatile.Write(ref _processThread, 0);

    public void Dispose()
    {
        if (_host != null)
        {
            NativeMemory.Free(_host);
            NativeMemory.Free(_output);
            _host = null;
            _output = null;
            _handle.Free();
        }
    }

    private bool Receive(ClapEventHeader* header)
    {
        if (header == null || header->Space != ClapEventHeader.CoreSpace)
        {
            EventsDropped++;
            return false;
        }

        switch (header->Type)
        {
            case ClapEventType.Midi:
                byte* data = ((ClapEventMidi*)header)->Data;
                return Keep(new ShortMessage((int)header->Time, data[0], data[1], data[2]));
            case ClapEventType.NoteOn or ClapEventType.NoteOff:
                return Keep(MessageOf((ClapEventNote*)header));
            case ClapEventType.ParamValue:
                return Record(ParameterEditKind.Automate, ((ClapEventParam*)header)->ParamId, ((ClapEventParam*)header)->Value);
            case ClapEventType.ParamGestureBegin:
                return Record(ParameterEditKind.Begin, ((ClapEventParam*)header)->ParamId, 0);
            case ClapEventType.ParamGestureEnd:
                return Record(ParameterEditKind.End, ((ClapEventParam*)header)->ParamId, 0);
            default:
                EventsDropped++;
                return false;
        }
    }

    private static ShortMessage MessageOf(ClapEventNote* note)
    {
        int status = (note->Header.Type == ClapEventType.NoteOn ? 0x90 : 0x80) | (note->Channel & 0x0F);
        int velocity = (int)Math.Round(Math.Clamp(note->Velocity, 0, 1) * 127);
        return new ShortMessage((int)note->Header.Time, (byte)status, (byte)(note->Key & 0x7F), (byte)velocity);
    }

    private bool Keep(in ShortMessage message)
    {
        if (Volatile.Read(ref _processThread) != Environment.CurrentManagedThreadId)
        {
            EventsOutsideProcess++;
            return false;
        }

        if (_emittedCount == _emitted.Length)
        {
            EventsDropped++;
            return false;
        }

        _emitted[_emittedCount++] = message;
        return true;
    }

    private bool Record(ParameterEditKind kind, uint id, double value)
    {
        if (_editCount < EditCapacity && _parameters.TryGetValue(id, out (int Index, double Min, double Max) known))
        {
            bool isValue = kind == ParameterEditKind.Automate;
            _edits[_editCount++] = new ParameterEdit(kind, known.Index, isValue ? (float)((value - known.Min) / (known.Max - known.Min)) : 0);
        }

        return true;
    }
}
