namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// Calls on the main thread while the window is open: by the host's timer, or else by callbacks that a timer of the system asks for.
/// </summary>
/// <remarks>Main thread; the system's timer has threads of its own, and only asks.</remarks>
internal sealed class ClapIdle(ClapHostCalls host)
{
    private const int Milliseconds = 30;

    private uint? _timer;
    private Timer? _system;

    /// <summary>Begins.</summary>
    public void Start()
    {
        Stop();
        _timer = host.StartTimer(Milliseconds);
        _system = _timer == null ? new Timer(_ => host.RequestCallback(), null, Milliseconds, Milliseconds) : null;
    }

    /// <summary>Whether a timer of the host's is the one that was started here.</summary>
    public bool Is(uint timer) => _timer == timer;

    /// <summary>Ends; the host is asked for nothing any more. Without effect where it did not begin.</summary>
    public void Stop()
    {
        if (_timer is { } timer)
        {
            host.EndTimer(timer);
        }

        if (_system is { } system)
        {
            using ManualResetEvent ended = new(initialState: false);
            if (system.Dispose(ended))
            {
                ended.WaitOne();
            }
        }

        _timer = null;
        _system = null;
    }
}
