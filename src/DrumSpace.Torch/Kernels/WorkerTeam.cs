namespace TorchSharp.Kernels;

/// <summary>The threads of <see cref="Workers"/>: they spin briefly for the next job, then sleep.</summary>
internal sealed class WorkerTeam : IDisposable
{
    private const int SpinsBeforeSleep = 1500;
    private const int SleepMilliseconds = 50;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread[] _threads;
    private volatile Job? _job;
    private volatile bool _stop;
    private int _sleeping;

    public WorkerTeam(int size)
    {
        _threads = new Thread[size];
        for (int i = 0; i < size; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = $"tensor worker {i + 1}" };
            _threads[i].Start();
        }
    }

    /// <summary>The number of threads, without the caller; 1 or more.</summary>
    public int Size => _threads.Length;

    /// <summary>Runs the tasks together with the calling thread; one caller at a time.</summary>
    public void Run(int tasks, Action<int> body)
    {
        Job job = new(tasks, body);
        _job = job;
        int sleeping = Volatile.Read(ref _sleeping);
        if (sleeping > 0)
        {
            _wake.Release(sleeping);
        }

        job.Help();
        SpinWait wait = default;
        while (!job.IsDone)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    public void Dispose()
    {
        _stop = true;
        _wake.Release(_threads.Length);
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _wake.Dispose();
    }

    private void Work()
    {
        Job? last = null;
        while (true)
        {
            int spins = 0;
            Job? job;
            while ((job = _job) == last)
            {
                if (_stop)
                {
                    return;
                }

                if (++spins < SpinsBeforeSleep)
                {
                    Thread.SpinWait(10);
                    continue;
                }

                Interlocked.Increment(ref _sleeping);
                if (_job == last && !_stop)
                {
                    _wake.Wait(SleepMilliseconds);
                }

                Interlocked.Decrement(ref _sleeping);
                spins = 0;
            }

            last = job;
            job!.Help();
        }
    }

    private sealed class Job(int tasks, Action<int> body)
    {
        private int _next = -1;
        private int _done;

        public bool IsDone => Volatile.Read(ref _done) >= tasks;

        public void Help()
        {
            int task;
            while ((task = Interlocked.Increment(ref _next)) < tasks)
            {
                body(task);
                Interlocked.Increment(ref _done);
            }
        }
    }
}
