using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IRunLoop: the timers and the files that plugins wait for on Linux. Main thread.</summary>
internal sealed unsafe class Vst3MainLoop : Vst3HostObject
{
    private static readonly nint Loop = Table(new Vst3RunLoopVtbl
    {
        Unknown = Unknown,
        RegisterEventHandler = &RegisterEventHandler,
        UnregisterEventHandler = &UnregisterEventHandler,
        RegisterTimer = &RegisterTimer,
        UnregisterTimer = &UnregisterTimer,
    });

    private readonly List<FileWatch> _files = [];
    private readonly List<HostTimer> _timers = [];

    public Vst3MainLoop()
        : base((Vst3RunLoop.Id, Loop))
    {
    }

    /// <summary>Calls the handlers of the files that can be read, and the timers that are due, each begun anew.</summary>
    public void Serve()
    {
        // Handlers register and unregister others, and themselves.
        foreach (FileWatch file in _files.ToArray())
        {
            // An error is an event too: the handler finds out by reading.
            FileReadiness state = FileReadiness.Of(file.Descriptor, read: true, write: false);
            if ((state.CanRead || state.HasError) && _files.Contains(file))
            {
                file.Handler->Vtbl->OnFdIsSet(file.Handler, file.Descriptor);
            }
        }

        long now = Environment.TickCount64;
        foreach (HostTimer timer in _timers.ToArray())
        {
            if (now >= timer.Due && _timers.Contains(timer))
            {
                timer.Due = now + timer.Period;
                timer.Handler->Vtbl->OnTimer(timer.Handler);
            }
        }
    }

    /// <summary>Lets go of the handlers that the plugin has left behind.</summary>
    public void Clear()
    {
        foreach (FileWatch file in _files)
        {
            Vst3Interfaces.Release(file.Handler);
        }

        foreach (HostTimer timer in _timers)
        {
            Vst3Interfaces.Release(timer.Handler);
        }

        _files.Clear();
        _timers.Clear();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RegisterEventHandler(void* face, Vst3EventHandler* handler, int descriptor)
    {
        if (handler == null || descriptor < 0)
        {
            return Vst3Result.InvalidArgument;
        }

        Vst3Interfaces.AddRef(handler);
        Of<Vst3MainLoop>(face)._files.Add(new FileWatch(handler, descriptor));
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnregisterEventHandler(void* face, Vst3EventHandler* handler)
    {
        int removed = Of<Vst3MainLoop>(face)._files.RemoveAll(file => file.Handler == handler);
        return GiveBack(handler, removed);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RegisterTimer(void* face, Vst3TimerHandler* handler, ulong milliseconds)
    {
        if (handler == null)
        {
            return Vst3Result.InvalidArgument;
        }

        Vst3Interfaces.AddRef(handler);
        long period = (long)Math.Clamp(milliseconds, 1, int.MaxValue);
        Of<Vst3MainLoop>(face)._timers.Add(new HostTimer(handler, period) { Due = Environment.TickCount64 + period });
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnregisterTimer(void* face, Vst3TimerHandler* handler)
    {
        int removed = Of<Vst3MainLoop>(face)._timers.RemoveAll(timer => timer.Handler == handler);
        return GiveBack(handler, removed);
    }

    private static int GiveBack(void* handler, int references)
    {
        for (int i = 0; i < references; i++)
        {
            Vst3Interfaces.Release(handler);
        }

        return references > 0 ? Vst3Result.Ok : Vst3Result.InvalidArgument;
    }

    private sealed class FileWatch(Vst3EventHandler* handler, int descriptor)
    {
        public Vst3EventHandler* Handler => handler;

        public int Descriptor => descriptor;
    }

    private sealed class HostTimer(Vst3TimerHandler* handler, long period)
    {
        public Vst3TimerHandler* Handler => handler;

        /// <summary>Milliseconds.</summary>
        public long Period => period;

        /// <summary>On the clock of <see cref="Environment.TickCount64"/>.</summary>
        public long Due { get; set; }
    }
}
