using DrumSpace.Host.Interop;

namespace DrumSpace.Host.Live.Streams;

/// <summary>The scheduling of audio threads that are ours and not a server's.</summary>
internal static class ThreadPriorities
{
    // Below the kernel's own threads and JACK's default.
    private const int Priority = 60;

    /// <summary>
    /// Asks for real-time scheduling of the calling thread. Where the user may not have it (no rtprio in limits.conf), the thread keeps the
    /// ordinary one, and is more likely to be late on a busy machine.
    /// </summary>
    public static void RaiseToRealTime()
    {
        if (OperatingSystem.IsLinux())
        {
            int priority = Priority;
            _ = LibC.SetScheduler(LibC.CallingThread, LibC.FirstInFirstOut, in priority);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.Highest;
        }
    }
}
