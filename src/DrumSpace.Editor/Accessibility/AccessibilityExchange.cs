using System.Collections.Concurrent;

namespace DrumSpace.Editor.Accessibility;

/// <summary>
/// What a window's thread and an interface for screen readers have for each other: the newest tree that way, requests this way. Neither
/// waits for the other.
/// </summary>
/// <param name="wake">Wakes the window's thread; any thread.</param>
internal sealed class AccessibilityExchange(Action wake)
{
    // More than a user asks for in the time of a frame.
    private const int MaxRequests = 256;

    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<AccessibleRequest> _requests = new();
    private Action<AccessibleTree>? _listener;
    private bool _isClosed;

    /// <summary>Who listens; null for nobody. Any thread.</summary>
    public Action<AccessibleTree>? Listener => Volatile.Read(ref _listener);

    /// <summary>Has every new tree given to a listener, on the window's thread; null for none. The interface's threads.</summary>
    public void Listen(Action<AccessibleTree>? listener)
    {
        Volatile.Write(ref _listener, listener);
        Wake();
    }

    /// <summary>Asks for something. The interface's threads.</summary>
    /// <returns>Whether the window's thread will get it.</returns>
    public bool Post(in AccessibleRequest request)
    {
        if (_requests.Count >= MaxRequests)
        {
            return false;
        }

        _requests.Enqueue(request);
        return Wake();
    }

    /// <summary>Takes the next request. The window's thread.</summary>
    public bool TryTake(out AccessibleRequest request) => _requests.TryDequeue(out request);

    /// <summary>Wakes nobody from now on: the window's thread is about to end.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        Volatile.Write(ref _listener, null);
    }

    private bool Wake()
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                wake();
            }

            return !_isClosed;
        }
    }
}
