namespace DrumSpace.RealTime;

/// <summary>
/// A counting semaphore of the operating system that the audio thread may post. .NET's own semaphores and events take a monitor when
/// they are set, so they can make the caller wait; these cannot.
/// </summary>
/// <remarks>
/// Posting is one atomic addition and, only when the waiter sleeps, one system call that makes it runnable: futex(FUTEX_WAKE) under
/// POSIX's sem_post, which is async-signal-safe by the standard, and NtReleaseSemaphore under ReleaseSemaphore. Neither waits, so the
/// calls skip the garbage collector's transition (SuppressGCTransition), and a collection cannot hold up the return from them.
/// Waiting is an ordinary call; a collection does not wait for it. The semaphore lives as long as anything refers to it, so a late post
/// never meets freed memory.
/// </remarks>
public abstract class WakeSignal
{
    /// <summary>Makes this system's signal, with its calls already bound: binding takes the loader's lock, once.</summary>
    /// <exception cref="PlatformNotSupportedException">The system is neither Linux nor Windows.</exception>
    public static WakeSignal Create()
    {
        WakeSignal signal = OperatingSystem.IsWindows() ? new WindowsWakeSignal()
            : OperatingSystem.IsLinux() ? new PosixWakeSignal()
            : throw new PlatformNotSupportedException("Wake signals exist on Linux and Windows.");
        signal.Post();
        signal.Wait();
        return signal;
    }

    /// <summary>Wakes the waiter, or lets its next wait return at once. Any thread, the audio thread included.</summary>
    public abstract void Post();

    /// <summary>Waits for a post. May return without one when the system interrupts the wait. Never the audio thread.</summary>
    public abstract void Wait();

    /// <summary>Waits for a post, but no longer than a time. May return early. Never the audio thread.</summary>
    /// <param name="limit">The longest wait, above zero.</param>
    public abstract void Wait(TimeSpan limit);
}
