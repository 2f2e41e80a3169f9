using DrumSpace.RealTime;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Background;

/// <summary>
/// The process's one thread for work that takes its time: models and files are read here, so that neither an audio thread nor the decode
/// worker ever waits for a disk. It begins with the first instance and sleeps while there is nothing to do.
/// </summary>
/// <remarks>
/// <see cref="Wake"/> is wait-free and allocates nothing: the audio thread calls it. The rest locks, and waits for work that is under
/// way: not for the audio thread.
/// </remarks>
internal sealed class BackgroundThread
{
    private readonly WakeSignal _signal = WakeSignal.Create();
    private readonly Lock _gate = new();
    private readonly List<Action> _work = [];

    private BackgroundThread() => new Thread(Run) { IsBackground = true, Name = "DrumSpace background" }.Start();

    /// <summary>The process's thread.</summary>
    public static BackgroundThread Shared { get; } = new();

    /// <summary>Adds work that is looked at whenever the thread is woken.</summary>
    /// <param name="work">Finds out by itself whether there is anything to do. Exceptions are logged.</param>
    public void Attach(Action work)
    {
        lock (_gate)
        {
            _work.Add(work);
        }
    }

    /// <summary>Takes work out; afterwards the thread does not touch it.</summary>
    public void Detach(Action work)
    {
        lock (_gate)
        {
            _work.Remove(work);
        }
    }

    /// <summary>Makes the thread look at its work. Any thread, the audio thread too.</summary>
    public void Wake() => _signal.Post();

    private void Run()
    {
        while (true)
        {
            _signal.Wait();
            lock (_gate)
            {
                foreach (Action work in _work)
                {
                    Do(work);
                }
            }
        }
    }

    private static void Do(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            // Whatever it was, it must not end the host.
            PluginLog.Write($"Work in the background failed: {e}");
        }
    }
}
