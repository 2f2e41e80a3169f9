using System.Runtime.InteropServices;

namespace DrumSpace.RealTime;

/// <summary>Windows' semaphore.</summary>
internal sealed unsafe class WindowsWakeSignal : WakeSignal
{
    private const uint Infinite = 0xFFFFFFFF;
    private readonly nint _semaphore = CreateSemaphoreW(null, 0, int.MaxValue, null);

    public WindowsWakeSignal()
    {
        if (_semaphore == 0)
        {
            throw new InvalidOperationException("The system has no semaphore left.");
        }
    }

    ~WindowsWakeSignal() => _ = CloseHandle(_semaphore);

    public override void Post()
    {
        _ = ReleaseSemaphore(_semaphore, 1, null);
        GC.KeepAlive(this);
    }

    public override void Wait() => Wait(Infinite);

    public override void Wait(TimeSpan limit) => Wait((uint)Math.Ceiling(limit.TotalMilliseconds));

    private void Wait(uint milliseconds)
    {
        _ = WaitForSingleObject(_semaphore, milliseconds);
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
