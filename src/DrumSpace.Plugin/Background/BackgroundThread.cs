using DrumSpace.RealTime;

namespace DrumSpace.Plugin.Background;

/// <summary>
/// A thread for the background tasks of all instances, so that neither an audio thread nor the decode worker waits for a disk. It runs one
/// task after another and sleeps while none is requested.
/// </summary>
/// <remarks>Any thread but the audio thread. A task that runs delays the thread's other tasks, but no attaching or detaching.</remarks>
internal sealed class BackgroundThread
{
    private readonly WakeSignal _signal = WakeSignal.Create();
    private readonly Lock _gate = new();
    private BackgroundTask[] _tasks = [];

    /// <summary>Starts a thread, which ends with the process.</summary>
    internal BackgroundThread(string name) => new Thread(Run) { IsBackground = true, Name = name }.Start();

    /// <summary>The process's thread for the musician's commands; each takes some hundredths of a second.</summary>
    public static BackgroundThread Commands { get; } = new("DrumSpace commands");

    /// <summary>The process's thread for loading models, which may take seconds.</summary>
    public static BackgroundThread Loading { get; } = new("DrumSpace loading");

    /// <summary>Attaches a task; the caller disposes it.</summary>
    /// <param name="work">Runs after each request. Exceptions are logged.</param>
    public BackgroundTask Attach(Action work)
    {
        BackgroundTask task = new(this, work);
        lock (_gate)
        {
            Volatile.Write(ref _tasks, [.. _tasks, task]);
        }

        return task;
    }

    /// <summary>Removes a task, which may be running.</summary>
    internal void Remove(BackgroundTask task)
    {
        lock (_gate)
        {
            Volatile.Write(ref _tasks, [.. _tasks.Where(other => other != task)]);
        }
    }

    /// <summary>Makes the thread look for requests. Any thread, the audio thread included.</summary>
    internal void Wake() => _signal.Post();

    private void Run()
    {
        while (true)
        {
            _signal.Wait();
            foreach (BackgroundTask task in Volatile.Read(ref _tasks))
            {
                task.RunIfRequested();
            }
        }
    }
}
