namespace TorchSharp.Kernels;

/// <summary>
/// Deals numbered tasks to a small persistent team of threads. The caller takes tasks too and waits only for tasks that were begun, so
/// a worker that lost its core to another process holds nothing up but its own task.
/// </summary>
/// <remarks>
/// A task's result must not depend on who runs it or on how many tasks there are: every kernel here writes its own part of the output
/// and never splits one sum between tasks. That makes results bit-identical for every number of threads. When the team is taken by
/// another thread, the caller does all tasks itself.
/// </remarks>
internal static class Workers
{
    private const int MostThreads = 16;
    private static volatile int _threads = Math.Min(Environment.ProcessorCount, MostThreads);
    private static int _taken;

    /// <summary>Touched only by the thread that set <see cref="_taken"/>, so no team is replaced while it works.</summary>
    private static WorkerTeam? _team;

    /// <summary>Threads that share the work, the caller included; 1 or more. A change holds from the next work that is shared; at 1 the team sleeps.</summary>
    public static int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = Math.Min(value, MostThreads);
        }
    }

    /// <summary>Runs <paramref name="body"/> once for each of 0..tasks-1.</summary>
    public static void For(int tasks, Action<int> body)
    {
        int threads = _threads;
        if (tasks <= 1 || threads == 1 || Interlocked.Exchange(ref _taken, 1) != 0)
        {
            for (int i = 0; i < tasks; i++)
            {
                body(i);
            }

            return;
        }

        try
        {
            if (_team?.Size != threads - 1)
            {
                _team?.Dispose();
                _team = new WorkerTeam(threads - 1);
            }

            _team.Run(tasks, body);
        }
        finally
        {
            Volatile.Write(ref _taken, 0);
        }
    }

    /// <summary>Runs <paramref name="body"/>(from, to) over 0..count in ranges that begin at multiples of 16.</summary>
    /// <param name="count">Elements.</param>
    /// <param name="leastShared">Below this many elements the caller does everything.</param>
    /// <param name="body">Does the elements from..to-1, each independently of the others.</param>
    public static void Ranges(long count, long leastShared, Action<long, long> body)
    {
        if (count < leastShared || _threads == 1)
        {
            body(0, count);
            return;
        }

        int tasks = _threads * 4;
        For(tasks, task =>
        {
            long from = count * task / tasks & ~15L;
            long to = task == tasks - 1 ? count : count * (task + 1) / tasks & ~15L;
            if (to > from)
            {
                body(from, to);
            }
        });
    }
}
