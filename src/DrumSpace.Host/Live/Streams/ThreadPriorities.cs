using System.Runtime.InteropServices;

namespace DrumSpace.Host.Live.Streams;

/// <summary>The scheduling of audio threads that are ours and not a server's.</summary>
internal static class ThreadPriorities
{
    // SCHED_FIFO, and a priority below the kernel's own threads and JACK's default.
    private const int Fifo = 1, Priority = 60;

    /// <summary>
    /// Asks for real-time scheduling of the calling thread. Where the user may not have it (no rtprio in limits.conf), the thread keeps the
    /// ordinary one, and is more likely to be late on a busy machine.
    /// </summary>
    public static void RaiseToRealTime()
    {
        if (OperatingSystem.IsLinux())
        {
            int priority = Priority;
            _ = SetScheduler(0, Fifo, in priority);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.Highest;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "sched_setscheduler")]
    private static extern int SetScheduler(int thread, int policy, in int priority);
}
