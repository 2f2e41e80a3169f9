using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>
/// The window's thread: waits for the server's events, the host's requests and the next frame. It is a thread of its own because a host
/// may wait for a drag's data on the very thread that would serve them, and because hosts call plugins too seldom to paint.
/// </summary>
/// <remarks>Start and stop are the host's thread's. No exception leaves the thread.</remarks>
internal sealed unsafe class EditorThread : IDisposable
{
    // Skia's deepest calls use some 100 kB.
    private const int StackSize = 512 * 1024;

    private readonly X11View _view;
    private readonly X11Connection _connection;
    private readonly WindowRequests _requests;
    private readonly FailureLog _failures;
    private readonly EventFd _wake = new();
    private readonly Thread _thread;

    /// <summary>Makes the thread; it does not run yet.</summary>
    /// <exception cref="WindowSystemException">The process has no file descriptor left.</exception>
    public EditorThread(X11View view, X11Connection connection, WindowRequests requests, FailureLog failures)
    {
        (_view, _connection, _requests, _failures) = (view, connection, requests, failures);
        _thread = new Thread(Run, StackSize) { IsBackground = true, Name = "DrumSpaceEditor" };
    }

    /// <summary>From here on the view and the connection are the thread's.</summary>
    public void Start() => _thread.Start();

    /// <summary>Has the thread look at the requests.</summary>
    public void Wake() => _wake.Post();

    /// <summary>Waits for the thread's end, which was requested.</summary>
    public void Dispose()
    {
        _wake.Post();
        if ((_thread.ThreadState & ThreadState.Unstarted) == 0)
        {
            _thread.Join();
        }

        _wake.Dispose();
    }

    private void Run()
    {
        try
        {
            Loop();
        }
        catch (Exception e)
        {
            _failures.Report("The editor's thread ends", e);
        }

        _view.Detach();
    }

    private void Loop()
    {
        Libc.PollFile* files = stackalloc Libc.PollFile[]
        {
            new() { File = _connection.File, Events = Libc.PollIn },
            new() { File = _wake.File, Events = Libc.PollIn },
        };
        while (!_requests.IsStopping && !_view.IsGone)
        {
            TakeRequests();
            long now = SteadyClock.Milliseconds;
            _view.Advance(now);

            // Replies that were read on the way leave events in memory, where poll does not see them: handle all before the wait.
            if (!_view.HandleEvents() && !_requests.IsStopping && !_view.IsGone)
            {
                _ = Libc.poll(files, 2, _view.WaitAt(SteadyClock.Milliseconds));
            }
        }
    }

    private void TakeRequests()
    {
        _wake.Clear();
        if (_requests.TryTakeSize(out PixelSize size))
        {
            _view.Resize(size);
        }

        if (_requests.TryTakeShown(out bool isShown))
        {
            _view.SetShown(isShown);
        }
    }
}
