using DrumSpace.RealTime;

namespace DrumSpace.Inference.Service;

/// <summary>
/// One run of the worker's thread, from the first service to the last. It sleeps on a signal, and when woken serves every service. A
/// service keeps the run that it was attached to, so a run that ends and a new one that begins never share anything.
/// </summary>
/// <remarks>Steadily, the thread allocates no managed memory, so it never causes a collection, which would stall audio threads.</remarks>
internal sealed class ModelThread
{
    // ONNX Runtime's matrix kernels keep panels of up to 64 KiB on the stack.
    private const int StackBytes = 512 << 10;

    private readonly WakeSignal _signal = WakeSignal.Create();
    private readonly Thread _thread;
    private ModelService[] _services = [];
    private volatile bool _stopping;
    private long _allocatedBytes;

    public ModelThread()
    {
        _thread = new Thread(Run, StackBytes) { IsBackground = true, Name = "DrumSpace models" };
        _thread.Start();
    }

    /// <summary>The number of services. Under the worker's lock.</summary>
    public int ServiceCount => _services.Length;

    /// <summary>Whether the thread has not ended.</summary>
    public bool IsRunning => _thread.IsAlive;

    /// <summary>The managed bytes that the thread has allocated since it began, as of the last time it went to sleep.</summary>
    public long AllocatedBytes => Volatile.Read(ref _allocatedBytes);

    /// <summary>Adds a service. Under the worker's lock.</summary>
    public void Add(ModelService service) => Volatile.Write(ref _services, [.. _services, service]);

    /// <summary>Removes a service. Under the worker's lock.</summary>
    public void Remove(ModelService service) => Volatile.Write(ref _services, [.. _services.Where(other => other != service)]);

    /// <summary>Makes the thread look at its services. Any thread, the audio thread included: wait-free.</summary>
    public void Wake() => _signal.Post();

    /// <summary>Ends the thread, and waits for its end unless it is the caller itself. Not under the worker's lock.</summary>
    public void Stop()
    {
        _stopping = true;
        _signal.Post();
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        while (!_stopping)
        {
            TimeSpan dueIn = Timeout.InfiniteTimeSpan;
            do
            {
                foreach (ModelService service in Volatile.Read(ref _services))
                {
                    service.ServePattern();
                }
            }
            while (!_stopping && ServeOneRest(out dueIn));

            Volatile.Write(ref _allocatedBytes, GC.GetAllocatedBytesForCurrentThread());
            if (dueIn == Timeout.InfiniteTimeSpan)
            {
                _signal.Wait();
            }
            else
            {
                _signal.Wait(dueIn);
            }
        }
    }

    // One at a time: a pattern that was requested meanwhile comes before the next fill and melody.
    private bool ServeOneRest(out TimeSpan dueIn)
    {
        dueIn = Timeout.InfiniteTimeSpan;
        foreach (ModelService service in Volatile.Read(ref _services))
        {
            if (service.ServeRest(out TimeSpan due))
            {
                return true;
            }

            dueIn = due != Timeout.InfiniteTimeSpan && (dueIn == Timeout.InfiniteTimeSpan || due < dueIn) ? due : dueIn;
        }

        return false;
    }
}
