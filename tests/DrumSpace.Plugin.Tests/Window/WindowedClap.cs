using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Formats.Clap;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>A CLAP instance in managed code with a fake window, and the host that records what it hears.</summary>
internal sealed unsafe class WindowedClap : IDisposable
{
    private readonly ClapHost* _host = Keep(default(ClapHost));
    private readonly ClapHostGui* _hostGui;
    private readonly ClapHostTimerSupport* _hostTimers;
    private readonly ClapHostParams* _hostParams;
    private readonly ClapPluginGui* _gui;
    private readonly ClapPluginTimerSupport* _timers;
    private readonly ClapPluginParams* _params;
    private readonly ClapInstance* _instance;
    private readonly bool _hasTimers;
    private GCHandle _handle;
    private bool _isRecording = true;
    private int _refusals;

    public WindowedClap(bool hasTimers = true)
    {
        _hasTimers = hasTimers;
        _handle = GCHandle.Alloc(this);
        _hostGui = Keep(new ClapHostGui { RequestResize = &RequestResize });
        _hostTimers = Keep(new ClapHostTimerSupport { RegisterTimer = &RegisterTimer, UnregisterTimer = &UnregisterTimer });
        _hostParams = Keep(new ClapHostParams { Rescan = &Rescan, RequestFlush = &RequestFlush });
        *_host = new ClapHost
        {
            ClapVersion = ClapVersion.Current,
            HostData = (void*)GCHandle.ToIntPtr(_handle),
            GetExtension = &GetExtension,
            RequestCallback = &RequestCallback,
        };
        _instance = ClapPlugin.Create(_host, Fixture.Services);
        Assert.Equal(1, _instance->Init(_instance));
        fixed (byte* gui = ClapExtension.Gui, timers = ClapExtension.TimerSupport, parameters = ClapExtension.Params)
        {
            _gui = (ClapPluginGui*)_instance->GetExtension(_instance, gui);
            _timers = (ClapPluginTimerSupport*)_instance->GetExtension(_instance, timers);
            _params = (ClapPluginParams*)_instance->GetExtension(_instance, parameters);
        }
    }

    public WindowFixture Fixture { get; } = new();

    public FakeWindow Window => Fixture.Window;

    /// <summary>What the host hears, such as "timer 30", "end timer", "resize 900x600", "rescan".</summary>
    public List<string> HostCalls { get; } = [];

    /// <summary>The parameter events of all blocks and flushes, such as "begin 3", "value 3 0.5", "quiet 3 0.5", "end 3".</summary>
    public List<string> Events { get; } = [];

    /// <summary>Whether the host agrees to other sizes.</summary>
    public bool AcceptsSizes { get; set; } = true;

    public int FlushRequests { get; private set; }

    public int CallbackRequests { get; private set; }

    public (uint Width, uint Height)? Size
    {
        get
        {
            uint width, height;
            return _gui->GetSize(_instance, &width, &height) == 0 ? null : (width, height);
        }
    }

    public ClapGuiResizeHints? Hints
    {
        get
        {
            ClapGuiResizeHints hints;
            return _gui->GetResizeHints(_instance, &hints) == 0 ? null : hints;
        }
    }

    public bool CanResize => _gui->CanResize(_instance) != 0;

    public bool IsSupported(string api, bool isFloating) =>
        WithText(api, text => _gui->IsApiSupported(_instance, (byte*)text, Flag(isFloating)));

    public bool Create(string api = "x11", bool isFloating = false) =>
        WithText(api, text => _gui->Create(_instance, (byte*)text, Flag(isFloating)));

    public void Destroy() => _gui->Destroy(_instance);

    public bool SetScale(double scale) => _gui->SetScale(_instance, scale) != 0;

    public (uint Width, uint Height)? Adjust(uint width, uint height) =>
        _gui->AdjustSize(_instance, &width, &height) == 0 ? null : (width, height);

    public bool SetSize(uint width, uint height) => _gui->SetSize(_instance, width, height) != 0;

    public bool SetParent(nint parent = 7, string api = "x11") => WithText(api, text =>
    {
        ClapWindow window = new() { Api = (byte*)text, Handle = parent };
        return _gui->SetParent(_instance, &window);
    });

    public bool Show() => _gui->Show(_instance) != 0;

    public bool Hide() => _gui->Hide(_instance) != 0;

    public void Tick(uint timer = 5) => _timers->OnTimer(_instance, timer);

    public void CallOnMainThread() => _instance->OnMainThread(_instance);

    public double Get(int index)
    {
        double value;
        Assert.Equal(1, _params->GetValue(_instance, (uint)index, &value));
        return value;
    }

    /// <summary>Opens a window as a host of few calls does.</summary>
    public FakeWindow OpenWindow()
    {
        Assert.True(Create());
        Assert.True(SetParent());
        return Window;
    }

    public void Start()
    {
        Assert.Equal(1, _instance->Activate(_instance, 48_000, 1, 4096));
        Assert.Equal(1, _instance->StartProcessing(_instance));
    }

    /// <summary>Processes a block of 64 frames.</summary>
    /// <param name="refusals">How many events the host refuses first.</param>
    public void Process(int refusals = 0)
    {
        _refusals = refusals;
        ClapOutputEvents output = new() { Context = _host->HostData, TryPush = &TryPush };
        ClapProcess block = new() { FrameCount = 64, OutputEvents = &output };
        Assert.Equal(ClapProcessStatus.Continue, _instance->Process(_instance, &block));
    }

    public void Flush()
    {
        _refusals = 0;
        ClapOutputEvents output = new() { Context = _host->HostData, TryPush = &TryPush };
        _params->Flush(_instance, null, &output);
    }

    /// <summary>The managed bytes that blocks allocated since the activation; what the host records is not counted.</summary>
    public long ProcessBytes()
    {
        _isRecording = false;
        return ClapPlugin.Of(_instance)!.Processor.Read(Diagnostic.ProcessBytes);
    }

    public void StopRecording() => _isRecording = false;

    /// <summary>The events since the last question.</summary>
    public string[] TakeEvents()
    {
        string[] events = [.. Events];
        Events.Clear();
        return events;
    }

    public void Dispose()
    {
        _instance->Destroy(_instance);
        _handle.Free();
        Fixture.Dispose();
    }

    private static WindowedClap Of(void* context) => (WindowedClap)GCHandle.FromIntPtr((nint)context).Target!;

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;

    private static T* Keep<T>(in T value)
        where T : unmanaged
    {
        T* kept = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *kept = value;
        return kept;
    }

    private static bool WithText(string text, Func<nint, byte> call)
    {
        nint bytes = Marshal.StringToCoTaskMemUTF8(text);
        byte answer = call(bytes);
        Marshal.FreeCoTaskMem(bytes);
        return answer != 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtension(ClapHost* host, byte* id)
    {
        WindowedClap self = Of(host->HostData);
        ReadOnlySpan<byte> asked = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(id);
        return asked.SequenceEqual(ClapExtension.Params) ? self._hostParams
            : asked.SequenceEqual(ClapExtension.Gui) ? self._hostGui
            : asked.SequenceEqual(ClapExtension.TimerSupport) && self._hasTimers ? self._hostTimers
            : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RequestResize(ClapHost* host, uint width, uint height)
    {
        WindowedClap self = Of(host->HostData);
        self.HostCalls.Add($"resize {width}x{height}");
        return Flag(self.AcceptsSizes);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RegisterTimer(ClapHost* host, uint milliseconds, uint* timer)
    {
        Of(host->HostData).HostCalls.Add($"timer {milliseconds}");
        *timer = 5;
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte UnregisterTimer(ClapHost* host, uint timer)
    {
        Of(host->HostData).HostCalls.Add(timer == 5 ? "end timer" : "end another timer");
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Rescan(ClapHost* host, ClapParamRescan what) => Of(host->HostData).HostCalls.Add($"rescan {what}");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestFlush(ClapHost* host) => Of(host->HostData).FlushRequests++;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestCallback(ClapHost* host) => Of(host->HostData).CallbackRequests++;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TryPush(ClapOutputEvents* list, ClapEventHeader* header)
    {
        WindowedClap self = Of(list->Context);
        if (self._refusals > 0)
        {
            self._refusals--;
            return 0;
        }

        if (self._isRecording)
        {
            self.Record(header);
        }

        return 1;
    }

    private void Record(ClapEventHeader* header)
    {
        bool isQuiet = header->Flags.HasFlag(ClapEventFlags.DontRecord);
        string? heard = header->Type switch
        {
            ClapEventType.ParamGestureBegin => $"begin {((ClapEventParamGesture*)header)->ParamId}",
            ClapEventType.ParamGestureEnd => $"end {((ClapEventParamGesture*)header)->ParamId}",
            ClapEventType.ParamValue => FormattableString.Invariant(
                $"{(isQuiet ? "quiet" : "value")} {((ClapEventParam*)header)->ParamId} {((ClapEventParam*)header)->Value}"),
            _ => null,
        };
        if (heard != null)
        {
            Events.Add(heard);
        }
    }
}
