using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>
/// A host: what a controller tells it, a window's frame, and a run loop, all in one object. It notes the calls, and which are on a wrong
/// thread.
/// </summary>
internal sealed unsafe class HostHandler : Vst3Object
{
    private static readonly Vst3ComponentHandlerVtbl* Table = HostMemory.Keep(new Vst3ComponentHandlerVtbl
    {
        Unknown = Unknown,
        BeginEdit = &BeginEdit,
        PerformEdit = &PerformEdit,
        EndEdit = &EndEdit,
        RestartComponent = &Restart,
    });

    private static readonly Vst3UnitHandlerVtbl* Units = HostMemory.Keep(new Vst3UnitHandlerVtbl
    {
        Unknown = Unknown,
        NotifyUnitSelection = &SelectUnit,
        NotifyProgramListChange = &ChangePrograms,
    });

    private static readonly Vst3PlugFrameVtbl* Frame = HostMemory.Keep(new Vst3PlugFrameVtbl { Unknown = Unknown, ResizeView = &Resize });

    private static readonly Vst3RunLoopVtbl* Loop = HostMemory.Keep(new Vst3RunLoopVtbl
    {
        Unknown = Unknown,
        RegisterEventHandler = &RegisterEvents,
        UnregisterEventHandler = &UnregisterEvents,
        RegisterTimer = &RegisterTimer,
        UnregisterTimer = &UnregisterTimer,
    });

    private readonly int _mainThread = Environment.CurrentManagedThreadId;
    private Vst3TimerHandler* _timer;

    public HostHandler(bool hasLoop = true)
        : base(
            (Vst3ComponentHandler.Id, (nint)Table),
            (Vst3UnitHandler.Id, (nint)Units),
            (Vst3PlugFrame.Id, (nint)Frame),
            (hasLoop ? Vst3RunLoop.Id : default, (nint)Loop))
    {
    }

    /// <summary>The calls in order, such as "begin 3", "edit 3 0.5", "restart ParamValuesChanged", "timer 30", "resize 900x600".</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether the host agrees to other sizes.</summary>
    public bool AcceptsSizes { get; set; } = true;

    /// <summary>Called within an edit, as some hosts set the parameter meanwhile.</summary>
    public Action<uint, double>? Edited { get; set; }

    public bool HasTimer => _timer != null;

    /// <summary>The references, the test's own among them.</summary>
    public uint References
    {
        get
        {
            AddReference();
            return Release();
        }
    }

    public string[] TakeCalls()
    {
        string[] calls = [.. Calls];
        Calls.Clear();
        return calls;
    }

    public void Tick()
    {
        if (_timer != null)
        {
            _timer->Vtbl->OnTimer(_timer);
        }
    }

    protected override void End()
    {
    }

    private static HostHandler Note(void* self, string call)
    {
        HostHandler host = (HostHandler)Of(self)!;
        host.Calls.Add(Environment.CurrentManagedThreadId == host._mainThread ? call : $"{call} on a wrong thread");
        return host;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BeginEdit(void* self, uint id)
    {
        Note(self, $"begin {id}");
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int PerformEdit(void* self, uint id, double value)
    {
        Note(self, FormattableString.Invariant($"edit {id} {value}")).Edited?.Invoke(id, value);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int EndEdit(void* self, uint id)
    {
        Note(self, $"end {id}");
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Restart(void* self, Vst3RestartFlags flags)
    {
        Note(self, $"restart {flags}");
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SelectUnit(void* self, int unit) => Vst3Result.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ChangePrograms(void* self, int list, int program)
    {
        Note(self, $"programs {list} {program}");
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Resize(void* self, Vst3PlugView* view, Vst3ViewRect* size)
    {
        HostHandler host = Note(self, $"resize {size->Right - size->Left}x{size->Bottom - size->Top}");
        return host.AcceptsSizes ? view->Vtbl->OnSize(view, size) : Vst3Result.False;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RegisterEvents(void* self, Vst3EventHandler* handler, int file) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnregisterEvents(void* self, Vst3EventHandler* handler) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RegisterTimer(void* self, Vst3TimerHandler* handler, ulong milliseconds)
    {
        Note(self, $"timer {milliseconds}")._timer = handler;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnregisterTimer(void* self, Vst3TimerHandler* handler)
    {
        HostHandler host = Note(self, "end timer");
        host._timer = host._timer == handler ? null : host._timer;
        return Vst3Result.Ok;
    }
}
