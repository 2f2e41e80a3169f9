using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>
/// An instance driven by hand, by a host that asserts CLAP's threads: the calling thread is the audio thread within process, flush, start,
/// stop and reset of an active instance, and else the main thread.
/// </summary>
internal sealed unsafe class RawClap : IDisposable
{
    private const int MaxEvents = 64;
    private const int EventBytes = 64;

    private readonly byte* _events = (byte*)NativeMemory.AllocZeroed(MaxEvents, EventBytes);
    private readonly int _mainThread = Environment.CurrentManagedThreadId;
    private readonly Lock _gate = new();
    private readonly List<string> _violations = [];
    private readonly ClapHost* _host = Keep(default(ClapHost));
    private readonly ClapHostParams* _params;
    private readonly ClapHostThreadCheck* _threadCheck;
    private readonly ClapPluginParams* _pluginParams;
    private GCHandle _handle;
    private int _count;
    private int _audioThread;
    private bool _isActive;

    public RawClap()
    {
        BuiltPlugin.SkipUnlessBuilt();
        _handle = GCHandle.Alloc(this);
        _params = Keep(new ClapHostParams { Rescan = &Rescan, Clear = &Clear, RequestFlush = &RequestFlush });
        _threadCheck = Keep(new ClapHostThreadCheck { IsMainThread = &IsMainThread, IsAudioThread = &IsAudioThread });
        byte* text = (byte*)Marshal.StringToCoTaskMemUTF8("raw");
        *_host = new ClapHost
        {
            ClapVersion = ClapVersion.Current,
            HostData = (void*)GCHandle.ToIntPtr(_handle),
            Name = text,
            Vendor = text,
            Url = text,
            Version = text,
            GetExtension = &GetExtension,
            RequestRestart = &Ignore,
            RequestProcess = &Ignore,
            RequestCallback = &Ignore,
        };
        ClapPluginEntry* entry = (ClapPluginEntry*)NativeLibrary.GetExport(NativeLibrary.Load(BuiltPlugin.ClapPath), "clap_entry");
        fixed (byte* path = "raw"u8, factoryId = ClapPluginFactory.Id, id = "org.drumspace.drumspace"u8, extension = ClapExtension.Params)
        {
            Assert.Equal(1, entry->Init(path));
            ClapPluginFactory* factory = (ClapPluginFactory*)entry->GetFactory(factoryId);
            Instance = factory->CreatePlugin(factory, _host, id);
            Assert.Equal(1, Instance->Init(Instance));
            _pluginParams = (ClapPluginParams*)Instance->GetExtension(Instance, extension);
        }
    }

    public ClapInstance* Instance { get; }

    /// <summary>How often the plugin asked for a flush.</summary>
    public int FlushRequests { get; private set; }

    /// <summary>The MIDI messages of the last block or flush.</summary>
    public List<(uint Frame, byte Status, byte Data1, byte Data2)> Midi { get; } = [];

    /// <summary>The plain values of the last block or flush, by parameter.</summary>
    public List<(uint Id, double Value)> Values { get; } = [];

    /// <summary>Activates at 48 000 frames a second and starts processing.</summary>
    public void Start()
    {
        Assert.Equal(1, Instance->Activate(Instance, 48_000, 1, 4096));
        _isActive = true;
        OnAudioThread(() => Assert.Equal(1, Instance->StartProcessing(Instance)));
    }

    public void StartProcessing() => OnAudioThread(() => Assert.Equal(1, Instance->StartProcessing(Instance)));

    public void StopProcessing() => OnAudioThread(() => Instance->StopProcessing(Instance));

    public void Reset() => OnAudioThread(() => Instance->Reset(Instance));

    public void Deactivate()
    {
        Instance->Deactivate(Instance);
        _isActive = false;
    }

    public double Get(uint id)
    {
        double value;
        Assert.Equal(1, _pluginParams->GetValue(Instance, id, &value));
        return value;
    }

    public void QueueValue(uint frame, uint id, double value) => Add(sizeof(ClapEventParam), ClapEventType.ParamValue, frame, at =>
    {
        ClapEventParam* param = (ClapEventParam*)at;
        (param->ParamId, param->NoteId, param->Port, param->Channel, param->Key, param->Value) = (id, -1, -1, -1, -1, value);
    });

    public void QueueNote(ClapEventType type, uint frame, int port, int channel, int key) => Add(sizeof(ClapEventNote), type, frame, at =>
    {
        ClapEventNote* note = (ClapEventNote*)at;
        (note->NoteId, note->Port, note->Channel, note->Key, note->Velocity) = (-1, (short)port, (short)channel, (short)key, 0.5);
    });

    public void QueueMidi(uint frame, byte status, byte data1, byte data2) => Add(sizeof(ClapEventMidi), ClapEventType.Midi, frame, at =>
    {
        byte* data = ((ClapEventMidi*)at)->Data;
        (data[0], data[1], data[2]) = (status, data1, data2);
    });

    /// <summary>Processes a block of the queued events, without sound, while the transport stands.</summary>
    public void Process(uint frames) => OnAudioThread(() => Exchange((input, output) =>
    {
        ClapEventTransport transport = new() { Flags = ClapTransportFlags.HasTempo, Tempo = 120 };
        ClapProcess block = new() { FrameCount = frames, Transport = &transport, InputEvents = input, OutputEvents = output };
        Assert.Equal(ClapProcessStatus.Continue, Instance->Process(Instance, &block));
    }));

    /// <summary>Flushes the queued events, on the thread that CLAP wants.</summary>
    public void Flush()
    {
        Action flush = () => Exchange((input, output) => _pluginParams->Flush(Instance, input, output));
        if (_isActive)
        {
            OnAudioThread(flush);
        }
        else
        {
            flush();
        }
    }

    /// <summary>Fails if the plugin called the host on a wrong thread.</summary>
    public void AssertThreads()
    {
        lock (_gate)
        {
            Assert.Empty(_violations);
        }
    }

    public void Dispose()
    {
        Instance->Destroy(Instance);
        AssertThreads();
        _handle.Free();
        NativeMemory.Free(_events);
    }

    private delegate void Exchanged(ClapInputEvents* input, ClapOutputEvents* output);

    private static RawClap Of(void* context) => (RawClap)GCHandle.FromIntPtr((nint)context).Target!;

    private static T* Keep<T>(in T value)
        where T : unmanaged
    {
        T* kept = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *kept = value;
        return kept;
    }

    private void OnAudioThread(Action call)
    {
        Volatile.Write(ref _audioThread, Environment.CurrentManagedThreadId);
        call();
        Volatile.Write(ref _audioThread, 0);
    }

    private void Exchange(Exchanged exchange)
    {
        Midi.Clear();
        Values.Clear();
        ClapInputEvents input = new() { Context = _host->HostData, Size = &Count, Get = &Get };
        ClapOutputEvents output = new() { Context = _host->HostData, TryPush = &TryPush };
        exchange(&input, &output);
        _count = 0;
    }

    private void Add(int size, ClapEventType type, uint frame, Action<nint> fill)
    {
        byte* at = _events + (_count++ * EventBytes);
        *(ClapEventHeader*)at = new ClapEventHeader { Size = (uint)size, Time = frame, Space = ClapEventHeader.CoreSpace, Type = type };
        fill((nint)at);
    }

    private bool IsOnAudioThread => Volatile.Read(ref _audioThread) == Environment.CurrentManagedThreadId;

    private bool IsOnMainThread => _mainThread == Environment.CurrentManagedThreadId && !IsOnAudioThread;

    private void RequireMainThread(string call) => Require(IsOnMainThread, call);

    private void Require(bool isRightThread, string call)
    {
        if (!isRightThread)
        {
            lock (_gate)
            {
                _violations.Add(call);
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtension(ClapHost* host, byte* id)
    {
        RawClap self = Of(host->HostData);
        ReadOnlySpan<byte> asked = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(id);
        return asked.SequenceEqual(ClapExtension.Params) ? self._params
            : asked.SequenceEqual(ClapExtension.ThreadCheck) ? self._threadCheck
            : asked.SequenceEqual(ClapExtension.NotePorts) ? NotePorts
            : null;
    }

    private static readonly ClapHostNotePorts* NotePorts = Keep(new ClapHostNotePorts { SupportedDialects = &SupportedDialects });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapNoteDialects SupportedDialects(ClapHost* host)
    {
        Of(host->HostData).RequireMainThread("note_ports.supported_dialects");
        return ClapNoteDialects.Midi;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Rescan(ClapHost* host, ClapParamRescan what) => Of(host->HostData).RequireMainThread("params.rescan");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Clear(ClapHost* host, uint id, uint what) => Of(host->HostData).RequireMainThread("params.clear");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestFlush(ClapHost* host)
    {
        RawClap self = Of(host->HostData);
        self.Require(!self.IsOnAudioThread, "params.request_flush");
        self.FlushRequests++;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsMainThread(ClapHost* host) => Of(host->HostData).IsOnMainThread ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsAudioThread(ClapHost* host) => Of(host->HostData).IsOnAudioThread ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(ClapHost* host)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Count(ClapInputEvents* list) => (uint)Of(list->Context)._count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapEventHeader* Get(ClapInputEvents* list, uint number) =>
        (ClapEventHeader*)(Of(list->Context)._events + (number * EventBytes));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TryPush(ClapOutputEvents* list, ClapEventHeader* header)
    {
        RawClap self = Of(list->Context);
        if (header->Type == ClapEventType.Midi)
        {
            byte* data = ((ClapEventMidi*)header)->Data;
            self.Midi.Add((header->Time, data[0], data[1], data[2]));
        }
        else if (header->Type == ClapEventType.ParamValue)
        {
            self.Values.Add((((ClapEventParam*)header)->ParamId, ((ClapEventParam*)header)->Value));
        }

        return 1;
    }
}
