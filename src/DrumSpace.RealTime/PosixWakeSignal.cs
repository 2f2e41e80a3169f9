using System.Runtime.InteropServices;

namespace DrumSpace.RealTime;

/// <summary>POSIX's semaphore.</summary>
internal sealed unsafe class PosixWakeSignal : WakeSignal
{
    // sem_t is 32 bytes in glibc on 64-bit machines and 16 on 32-bit ones.
    private const int Size = 32;
    private const int RealTimeClock = 0;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private readonly void* _semaphore = NativeMemory.AllocZeroed(Size);

    public PosixWakeSignal()
    {
        if (sem_init(_semaphore, 0, 0) != 0)
        {
            throw new InvalidOperationException("The system has no semaphore left.");
        }
    }

    ~PosixWakeSignal()
    {
        _ = sem_destroy(_semaphore);
        NativeMemory.Free(_semaphore);
    }

    public override void Post()
    {
        _ = sem_post(_semaphore);
        GC.KeepAlive(this);
    }

    public override void Wait()
    {
        _ = sem_wait(_semaphore);
        GC.KeepAlive(this);
    }

    public override void Wait(TimeSpan limit)
    {
        // sem_timedwait takes a point of the wall clock; sem_clockwait, which would not, needs glibc 2.30.
        TimeSpec end;
        _ = clock_gettime(RealTimeClock, &end);
        long nanoseconds = end.Nanoseconds + (limit.Ticks * 100);
        end.Seconds += nanoseconds / NanosecondsPerSecond;
        end.Nanoseconds = nanoseconds % NanosecondsPerSecond;
        _ = sem_timedwait(_semaphore, &end);
        GC.KeepAlive(this);
    }

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [DllImport("libc.so.6")]
    private static extern int sem_init(void* semaphore, int shared, uint value);

    [SuppressGCTransition]
    [DllImport("libc.so.6")]
    private static extern int sem_post(void* semaphore);

    [DllImport("libc.so.6")]
    private static extern int sem_wait(void* semaphore);

    [DllImport("libc.so.6")]
    private static extern int sem_timedwait(void* semaphore, TimeSpec* end);

    [DllImport("libc.so.6")]
    private static extern int clock_gettime(int clock, TimeSpec* now);

    [DllImport("libc.so.6")]
    private static extern int sem_destroy(void* semaphore);
}
