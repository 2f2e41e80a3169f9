using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>A timer of Windows that calls on the thread that made it, from that thread's message loop.</summary>
internal sealed unsafe class ThreadTimer
{
    private static readonly ConcurrentDictionary<nuint, Action> Running = [];

    private readonly nuint _id;

    /// <summary>Starts the timer; where the system has none left, it never calls.</summary>
    /// <param name="milliseconds">Its period.</param>
    /// <param name="tick">What it calls; must not throw.</param>
    public ThreadTimer(uint milliseconds, Action tick)
    {
        _id = SetTimer(0, 0, milliseconds, &OnTimer);
        if (_id != 0)
        {
            Running[_id] = tick;
        }
    }

    /// <summary>Ends the timer.</summary>
    public void Stop()
    {
        if (_id != 0)
        {
            _ = KillTimer(0, _id);
            Running.TryRemove(_id, out _);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static void OnTimer(nint window, uint message, nuint id, uint time)
    {
        if (Running.TryGetValue(id, out Action? tick))
        {
            tick();
        }
    }

    [DllImport("user32")]
    private static extern nuint SetTimer(
        nint window, nuint id, uint milliseconds, delegate* unmanaged[Stdcall]<nint, uint, nuint, uint, void> function);

    [DllImport("user32")]
    private static extern int KillTimer(nint window, nuint id);
}
