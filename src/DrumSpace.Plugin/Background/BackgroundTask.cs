using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Background;

/// <summary>One kind of background work of one instance. Requests that come before the work starts count as one.</summary>
internal sealed class BackgroundTask(BackgroundThread thread, Action work) : IDisposable
{
    // Held while the work runs.
    private readonly Lock _running = new();
    private bool _isDisposed;
    private int _isRequested;

    /// <summary>Requests a run. Any thread, the audio thread included; wait-free, no allocation.</summary>
    public void Request()
    {
        if (Interlocked.Exchange(ref _isRequested, 1) == 0)
        {
            thread.Wake();
        }
    }

    /// <summary>
    /// Detaches the task: its work does not run any more. Waits for its own work alone, unless that calls it. Not the audio thread.
    /// </summary>
    public void Dispose()
    {
        thread.Remove(this);
        lock (_running)
        {
            _isDisposed = true;
        }
    }

    /// <summary>Runs the work if it was requested. The background thread.</summary>
    internal void RunIfRequested()
    {
        // Cleared first: a request that comes while the work runs is for another run.
        if (Interlocked.Exchange(ref _isRequested, 0) == 0)
        {
            return;
        }

        lock (_running)
        {
            try
            {
                if (!_isDisposed)
                {
                    work();
                }
            }
            catch (Exception e)
            {
                PluginLog.Write($"Work in the background failed: {e}");
            }
        }
    }
}
