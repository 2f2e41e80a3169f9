using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop;

/// <summary>Functions of the C library. Linux.</summary>
internal static class LibC
{
    /// <summary>A process's number that stands for the calling thread.</summary>
    public const int CallingThread = 0;

    /// <summary>SCHED_FIFO.</summary>
    public const int FirstInFirstOut = 1;

    /// <summary>sched_setscheduler; 0 or -1.</summary>
    [DllImport("libc.so.6", EntryPoint = "sched_setscheduler")]
    public static extern int SetScheduler(int thread, int policy, in int priority);
}
