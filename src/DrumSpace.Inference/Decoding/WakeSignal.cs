using System.Runtime.InteropServices;

namespace DrumSpace.Inference.Decoding;

/// <summary>
/// A counting semaphore of the operating system that the audio thread may post. .NET's own semaphores and events take a monitor when
/// they are set, and so can make the caller wait; these cannot.
/// </summary>
/// <remarks>
/// Posting is one atomic addition and, only when the worker sleeps, one system call that makes it runnable: futex(FUTEX_WAKE) under
/// POSIX's sem_post, which is async-signal-safe by the standard, and NtReleaseSemaphore under ReleaseSemaphore. Neither waits for
/// anybody, so the calls skip the garbage collector's transition (SuppressGCTransition): they take about a microsecond, call nothing
/// back, and the return from them cannot be held up by a collection. Waiting is an ordinary call; a collection does not wait for it.
/// The semaphore lives as long as anything refers to it, so that a late post never meets freed memory.
/// </remarks>
public abstract class WakeSignal
{
    /// <summary>Makes this system's signal, with both calls already bound: binding takes the loader's lock, once.</summary>
    /// <exception cref="PlatformNotSupportedException">The system is neither Linux nor Windows.</exception>
    public static WakeSignal Create()
    {
        WakeSignal signal = OperatingSystem.IsWindows() ? new WindowsSignal()
            : OperatingSystem.IsLinux() ? new PosixSignal()
            : throw new PlatformNotSupportedException("The decode worker runs on Linux and Windows.");
        signal.Post();
        signal.Wait();
        return signal;
    }

    /// <summary>Wakes the waiter, or lets its next wait return at once. Any thread, the audio thread too.</summary>
    public abstract void Post();

    /// <summary>Waits for a post. May return without one when the system interrupts the wait. Never the audio thread.</summary>
    public abstract void Wait();

    private sealed unsafe class PosixSignal : WakeSignal
    {
        // sem_t is 32 bytes in glibc on 64-bit machines and 16 on 32-bit ones.
        private const int Size = 32;
        private readonly void* _semaphore = NativeMemory.AllocZeroed(Size);

        public PosixSignal()
        {
            if (Initialise(_semaphore, 0, 0) != 0)
            {
                throw new InvalidOperationException("The system has no semaphore left for the decode worker.");
            }
        }

        ~PosixSignal()
        {
            _ = Destroy(_semaphore);
            NativeMemory.Free(_semaphore);
        }

        public override void Post()
        {
            _ = Post(_semaphore);
            GC.KeepAlive(this);
        }

        public override void Wait()
        {
            _ = Wait(_semaphore);
            GC.KeepAlive(this);
        }

        [DllImport("libc.so.6", EntryPoint = "sem_init")]
        private static extern int Initialise(void* semaphore, int shared, uint value);

        [SuppressGCTransition]
        [DllImport("libc.so.6", EntryPoint = "sem_post")]
        private static extern int Post(void* semaphore);

        [DllImport("libc.so.6", EntryPoint = "sem_wait")]
        private static extern int Wait(void* semaphore);

        [DllImport("libc.so.6", EntryPoint = "sem_destroy")]
        private static extern int Destroy(void* semaphore);
    }

    private sealed unsafe class WindowsSignal : WakeSignal
    {
        private const uint Infinite = 0xFFFFFFFF;
        private readonly nint _semaphore = CreateSemaphoreW(null, 0, int.MaxValue, null);

        public WindowsSignal()
        {
            if (_semaphore == 0)
            {
                throw new InvalidOperationException("The system has no semaphore left for the decode worker.");
            }
        }

        ~WindowsSignal() => _ = CloseHandle(_semaphore);

        public override void Post()
        {
            _ = ReleaseSemaphore(_semaphore, 1, null);
            GC.KeepAlive(this);
        }

        public override void Wait()
        {
            _ = WaitForSingleObject(_semaphore, Infinite);
            GC.KeepAlive(this);
        }

        [DllImport("kernel32.dll")]
        private static extern nint CreateSemaphoreW(void* attributes, int value, int maximum, void* name);

        [SuppressGCTransition]
        [DllImport("kernel32.dll")]
        private static extern int ReleaseSemaphore(nint semaphore, int count, int* previous);

        [DllImport("kernel32.dll")]
        private static extern uint WaitForSingleObject(nint semaphore, uint milliseconds);

        [DllImport("kernel32.dll")]
        private static extern int CloseHandle(nint handle);
    }
}
