using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The host as one CLAP instance sees it: the host's struct and its extensions.</summary>
/// <remarks>
/// The plugin calls from any thread. Only the log and the timers lock or allocate. The extensions' structs are the same for all instances,
/// are made once and never freed.
/// </remarks>
internal sealed unsafe class ClapHostSide : IDisposable
{
    private const int MaxLogLines = 1000;
    private const uint MaxPixels = 16384;

    private static readonly byte* HostName = (byte*)Marshal.StringToCoTaskMemUTF8("DrumSpace Host");
    private static readonly byte* VersionText = (byte*)Marshal.StringToCoTaskMemUTF8("1.0.0");
    private static readonly byte* EmptyText = (byte*)Marshal.StringToCoTaskMemUTF8("");

    private static readonly ClapHostParams* Params =
        Allocate(new ClapHostParams { Rescan = &RescanParams, Clear = &ClearParam, RequestFlush = &RequestFlush });

    private static readonly ClapHostNotePorts* NotePorts =
        Allocate(new ClapHostNotePorts { SupportedDialects = &SupportedDialects, Rescan = &RescanNotePorts });

    private static readonly ClapHostGui* Gui = Allocate(new ClapHostGui
    {
        ResizeHintsChanged = &Ignore,
        RequestResize = &RequestResize,
        RequestShow = &Refuse,
        RequestHide = &Refuse,
        Closed = &NoteClosed,
    });

    private static readonly ClapHostTimerSupport* Timers =
        Allocate(new ClapHostTimerSupport { RegisterTimer = &RegisterTimer, UnregisterTimer = &UnregisterTimer });

    private static readonly ClapHostPosixFdSupport* Files =
        Allocate(new ClapHostPosixFdSupport { RegisterFd = &RegisterFile, ModifyFd = &ModifyFile, UnregisterFd = &UnregisterFile });

    private static readonly ClapHostLog* LogExtension = Allocate(new ClapHostLog { Log = &WriteLog });

    private static readonly ClapHostThreadCheck* ThreadCheck =
        Allocate(new ClapHostThreadCheck { IsMainThread = &IsMainThread, IsAudioThread = &IsAudioThread });

    private readonly HostContext _context;
    private readonly ClapNoteDialects _dialects;
    private readonly List<string> _log = [];
    private readonly int _mainThread = Environment.CurrentManagedThreadId;
    private GCHandle<ClapHostSide> _self;
    private readonly Dictionary<uint, HostTimer> _timers = [];
    private readonly Dictionary<int, ClapPosixFdFlags> _files = [];
    private uint _nextTimer;
    private bool _wantsRestart;
    private bool _wantsCallback;
    private bool _wantsFlush;
    private long _requestedSize;

    public ClapHostSide(HostContext context, ClapNoteDialects dialects)
    {
        _context = context;
        _dialects = dialects;
        _self = new GCHandle<ClapHostSide>(this);
        Host = Allocate(new ClapHost
        {
            ClapVersion = ClapVersion.Current,
            HostData = (void*)GCHandle<ClapHostSide>.ToIntPtr(_self),
            Name = HostName,
            Vendor = HostName,
            Url = EmptyText,
            Version = VersionText,
            GetExtension = &GetExtension,
            RequestRestart = &RequestRestart,
            RequestProcess = &Ignore,
            RequestCallback = &RequestCallback,
        });
    }

    public ClapHost* Host { get; }

    /// <summary>The size that the plugin asked for since it was forgotten; null for none.</summary>
    public (int Width, int Height)? RequestedSize =>
        Volatile.Read(ref _requestedSize) is not 0 and var size ? ((int)(size >> 32), (int)(uint)size) : null;

    /// <summary>How often the plugin asked the host to read its parameters again.</summary>
    public int Rescans { get; private set; }

    /// <summary>The first 1000 lines of the plugin's log; a copy.</summary>
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

    /// <summary>Whether the plugin has asked since the last question to be switched off and on.</summary>
    public bool TakeRestartRequest() => Interlocked.Exchange(ref _wantsRestart, false);

    /// <summary>Whether the plugin has asked for a call on the main thread since the last question.</summary>
    public bool TakeCallbackRequest() => Interlocked.Exchange(ref _wantsCallback, false);

    /// <summary>Whether the plugin has asked for a flush since the last question.</summary>
    public bool TakeFlushRequest() => Interlocked.Exchange(ref _wantsFlush, false);

    /// <summary>Forgets the size that the plugin asked for.</summary>
    public void ForgetSize() => Volatile.Write(ref _requestedSize, 0);

    /// <summary>The timers that are due, each begun anew. Main thread.</summary>
    public IReadOnlyList<uint> TakeDueTimers()
    {
        long now = Environment.TickCount64;
        List<uint> due = [];
        foreach ((uint id, HostTimer timer) in _timers)
        {
            if (now >= timer.Due)
            {
                timer.Due = now + timer.Period;
                due.Add(id);
            }
        }

        return due;
    }

    /// <summary>Whether a timer is running. Main thread.</summary>
    public bool HasTimer(uint id) => _timers.ContainsKey(id);

    /// <summary>The files that are ready, and for what. Main thread.</summary>
    public IReadOnlyList<(int File, ClapPosixFdFlags Flags)> ReadyFiles()
    {
        List<(int, ClapPosixFdFlags)> ready = [];
        foreach ((int file, ClapPosixFdFlags wanted) in _files)
        {
            FileReadiness state = FileReadiness.Of(file, wanted.HasFlag(ClapPosixFdFlags.Read), wanted.HasFlag(ClapPosixFdFlags.Write));
            ClapPosixFdFlags flags = (state.CanRead ? ClapPosixFdFlags.Read : 0) | (state.CanWrite ? ClapPosixFdFlags.Write : 0)
                | (state.HasError ? ClapPosixFdFlags.Error : 0);
            if (flags != 0)
            {
                ready.Add((file, flags));
            }
        }

        return ready;
    }

    /// <summary>Whether a file is waited for. Main thread.</summary>
    public bool HasFile(int file) => _files.ContainsKey(file);

    public void Dispose()
    {
        NativeMemory.Free(Host);
        _self.Dispose();
    }

    private static T* Allocate<T>(in T value)
        where T : unmanaged
    {
        T* allocated = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *allocated = value;
        return allocated;
    }

    private sealed class HostTimer(uint period)
    {
        /// <summary>Milliseconds.</summary>
        public uint Period => period;

        /// <summary>On the clock of <see cref="Environment.TickCount64"/>.</summary>
        public long Due { get; set; }
    }

    private static ClapHostSide Of(ClapHost* host) => GCHandle<ClapHostSide>.FromIntPtr((nint)host->HostData).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtension(ClapHost* host, byte* id)
    {
        ReadOnlySpan<byte> wanted = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(id);
        return wanted.SequenceEqual(ClapExtension.Params) ? Params
            : wanted.SequenceEqual(ClapExtension.NotePorts) ? NotePorts
            : wanted.SequenceEqual(ClapExtension.Gui) ? Gui
            : wanted.SequenceEqual(ClapExtension.TimerSupport) ? Timers
            : wanted.SequenceEqual(ClapExtension.PosixFdSupport) && !OperatingSystem.IsWindows() ? Files
            : wanted.SequenceEqual(ClapExtension.Log) ? LogExtension
            : wanted.SequenceEqual(ClapExtension.ThreadCheck) ? ThreadCheck
            : null;
    }

    // Requests to process: the caller of this host processes the plugin anyway.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(ClapHost* host)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestRestart(ClapHost* host) => Volatile.Write(ref Of(host)._wantsRestart, true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestCallback(ClapHost* host) => Volatile.Write(ref Of(host)._wantsCallback, true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestFlush(ClapHost* host) => Volatile.Write(ref Of(host)._wantsFlush, true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RequestResize(ClapHost* host, uint width, uint height)
    {
        bool isPossible = width is > 0 and <= MaxPixels && height is > 0 and <= MaxPixels;
        if (isPossible)
        {
            Volatile.Write(ref Of(host)._requestedSize, ((long)width << 32) | height);
        }

        return isPossible ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Refuse(ClapHost* host) => 0;

    // Floating windows, which this host does not open.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void NoteClosed(ClapHost* host, byte isDestroyed)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RegisterTimer(ClapHost* host, uint milliseconds, uint* timer)
    {
        ClapHostSide self = Of(host);
        if (timer == null)
        {
            return 0;
        }

        *timer = self._nextTimer++;
        self._timers[*timer] = new HostTimer(Math.Max(milliseconds, 1)) { Due = Environment.TickCount64 + milliseconds };
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte UnregisterTimer(ClapHost* host, uint timer) => Of(host)._timers.Remove(timer) ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RegisterFile(ClapHost* host, int file, ClapPosixFdFlags flags) =>
        file >= 0 && Of(host)._files.TryAdd(file, flags) ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ModifyFile(ClapHost* host, int file, ClapPosixFdFlags flags)
    {
        if (!Of(host)._files.ContainsKey(file))
        {
            return 0;
        }

        Of(host)._files[file] = flags;
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte UnregisterFile(ClapHost* host, int file) => Of(host)._files.Remove(file) ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanParams(ClapHost* host, ClapParamRescan changes) => Of(host).Rescans++;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ClearParam(ClapHost* host, uint id, uint flags)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapNoteDialects SupportedDialects(ClapHost* host) => Of(host)._dialects;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanNotePorts(ClapHost* host, uint flags)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteLog(ClapHost* host, ClapLogSeverity severity, byte* text)
    {
        List<string> log = Of(host)._log;
        lock (log)
        {
            if (log.Count < MaxLogLines)
            {
                log.Add($"{severity}: {Marshal.PtrToStringUTF8((nint)text)}");
            }
        }
    }

    // One thread may be both, as in a renderer; while it is the audio thread it is not the main thread.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsMainThread(ClapHost* host) =>
        Of(host)._mainThread == Environment.CurrentManagedThreadId && !Of(host)._context.IsAudioThread ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsAudioThread(ClapHost* host) => Of(host)._context.IsAudioThread ? (byte)1 : (byte)0;
}
