namespace TorchSharp.Kernels;

/// <summary>
/// Shares numbered tasks among a small persistent team of threads. The caller takes tasks too and waits only for tasks that have begun, so
/// a worker that lost its core to another process delays nothing but its own task.
/// </summary>
/// <remarks>
/// A task's result must not depend on the thread that runs it or on the number of tasks: every kernel writes its own part of the output and
/// never splits one sum between tasks. That makes results bit-identical for every number of threads. While another thread uses the team,
/// the caller runs all tasks itself.
/// </remarks>
internal static class Workers
{
    private const int MaxThreads = 16;

    // Elements below which the caller does all the work.
    private const long MinShared = 32_768;

    private static volatile int _threads = Math.Min(Environment.ProcessorCount, MaxThreads);
    private static int _taken;

    /// <summary>Used only by the thread that set <see cref="_taken"/>, so no team is replaced while it works.</summary>
    private static WorkerTeam? _team;

    /// <summary>The threads that share the work, the caller included; 1 or more. A change applies from the next call on.</summary>
    public static int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = Math.Min(value, MaxThreads);
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
    /// <param name="body">Computes the elements from..to-1, each independently of the others.</param>
    public static void Ranges(long count, Action<long, long> body)
    {
        if (count < MinShared || _threads == 1)
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
