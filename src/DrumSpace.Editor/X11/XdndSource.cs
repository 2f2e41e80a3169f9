namespace DrumSpace.Editor.X11;

/// <summary>
/// The course of a drag out of the window (XDND version 5, freedesktop.org), without its messages' bytes. One position is in flight at a
/// time; the newest follows after its status. The last status counts, because hosts refuse the first ones and change their mind.
/// </summary>
/// <remarks>The window's thread. Times are milliseconds on a steady clock, but a "time", which is the server's of an event.</remarks>
/// <param name="transport">Sends what this decides.</param>
/// <param name="ended">Called once a drag, at its end, with whether something took the file.</param>
internal sealed class XdndSource(IXdndTransport transport, Action<bool> ended)
{
    // Bitwig refuses the first positions: a drag stays over a window this long and repeats its position meanwhile. On a busy machine a
    // window that refuses is asked some more times.
    private const int ShortestStay = 200;
    private const int ShortestStayRefused = 1000;
    private const int FewestPositions = 6;
    private const int RepeatInterval = 40;
    private const int StatusTimeOut = 1000;
    private const int FinishedTimeOut = 5000;

    private Phase _phase;
    private XdndPeer _peer;
    private int _x;
    private int _y;
    private uint _time;
    private long _entered;
    private long _sent;
    private int _positions;
    private bool _isWaiting;
    private bool _hasNewer;
    private bool _isAccepted;
    private bool _isServed;

    private enum Phase
    {
        Idle,
        Dragging,
        Released,
        Dropped,
    }

    /// <summary>Whether a drag goes on, or its drop is not finished.</summary>
    public bool IsActive => _phase != Phase.Idle;

    /// <summary>Whether the button is held and moves and keys are the drag's.</summary>
    public bool IsDragging => _phase == Phase.Dragging;

    /// <summary>Begins a drag. If the pointer is not granted, it has ended when this returns.</summary>
    public void Begin(string path, int x, int y, uint time, long now)
    {
        if (IsActive || !transport.TryBegin(path, time))
        {
            ended(false);
            return;
        }

        _phase = Phase.Dragging;
        _peer = default;
        _isWaiting = _isAccepted = _isServed = false;
        MoveTo(x, y, time, now);
    }

    /// <summary>The pointer moved, in pixels of the screen.</summary>
    public void Move(int x, int y, uint time, long now)
    {
        if (_phase == Phase.Dragging)
        {
            MoveTo(x, y, time, now);
        }
    }

    /// <summary>The button was released.</summary>
    public void Release(int x, int y, uint time, long now)
    {
        if (_phase == Phase.Dragging)
        {
            transport.Ungrab(time);
            _phase = Phase.Released;
            MoveTo(x, y, time, now);
        }
    }

    /// <summary>The user gave the drag up, or the window closes.</summary>
    public void Cancel()
    {
        if (IsActive)
        {
            bool isTaken = _phase == Phase.Dropped && _isServed;
            Leave();
            End(isTaken);
        }
    }

    /// <summary>A window answered a position.</summary>
    /// <param name="window">The window that says so.</param>
    /// <param name="isAccepted">Whether it would take the file there.</param>
    /// <param name="now">The time.</param>
    public void Status(uint window, bool isAccepted, long now)
    {
        // A late one of a window that the drag has left does not count.
        if (_phase is Phase.Dragging or Phase.Released && IsPeer(window))
        {
            _isWaiting = false;
            _isAccepted = isAccepted;
            transport.ShowTaken(isAccepted);
            Tick(now);
        }
    }

    /// <summary>The content was given out. Some hosts read it before the drop.</summary>
    public void Served() => _isServed = true;

    /// <summary>A window is done with the drop.</summary>
    /// <param name="window">The window that says so.</param>
    /// <param name="isTaken">Its word, which is not reliable: Qtractor says no after it took the file.</param>
    public void Finished(uint window, bool isTaken)
    {
        if (_phase == Phase.Dropped && IsPeer(window))
        {
            End(isTaken || _isServed);
        }
    }

    /// <summary>Lets time pass; to be called each 60th of a second while a drag is active.</summary>
    public void Tick(long now)
    {
        switch (_phase)
        {
            case Phase.Dragging or Phase.Released:
                TickDrag(now);
                break;
            case Phase.Dropped when now - _sent > FinishedTimeOut:
                // A host may show a dialog that holds Finished back: what it read, it took.
                End(_isServed);
                break;
        }
    }

    private void TickDrag(long now)
    {
        if (_isWaiting && now - _sent > StatusTimeOut)
        {
            _isWaiting = false;
            _isAccepted = false;
            _hasNewer = _phase == Phase.Dragging;
        }

        if (!_isWaiting && (_hasNewer || (IsStayShort(now) && now - _sent >= RepeatInterval)))
        {
            SendPosition(now);
        }

        if (_phase == Phase.Released && !_isWaiting && !IsStayShort(now))
        {
            DropOrEnd(now);
        }
    }

    private void MoveTo(int x, int y, uint time, long now)
    {
        (_x, _y, _time, _hasNewer) = (x, y, time, true);
        Tick(now);
    }

    private void SendPosition(long now)
    {
        _hasNewer = false;
        XdndPeer found = transport.Find(_x, _y);
        if (found != _peer)
        {
            Leave();
            _peer = found;
            _entered = now;
            _positions = 0;
            if (!found.IsNone)
            {
                transport.Enter(found);
            }
        }

        if (!found.IsNone)
        {
            transport.Position(found, _x, _y, _time);
            _isWaiting = true;
            _sent = now;
            _positions++;
        }
    }

    private void DropOrEnd(long now)
    {
        if (_peer.IsNone || !_isAccepted)
        {
            Leave();
            End(false);
            return;
        }

        transport.Drop(_peer, _time);
        _sent = now;
        _phase = Phase.Dropped;
    }

    private void Leave()
    {
        if (!_peer.IsNone && _phase != Phase.Dropped)
        {
            transport.Leave(_peer);
            transport.ShowTaken(false);
        }

        _peer = default;
        _isWaiting = _isAccepted = _isServed = false;
    }

    private void End(bool isTaken)
    {
        _phase = Phase.Idle;
        transport.Ungrab(_time);
        transport.Withdraw(_time);
        ended(isTaken);
    }

    private bool IsStayShort(long now)
    {
        long stay = now - _entered;
        return !_peer.IsNone
            && (stay < ShortestStay || (!_isAccepted && _positions < FewestPositions && stay < ShortestStayRefused));
    }

    private bool IsPeer(uint window) => !_peer.IsNone && (window == _peer.Window || window == _peer.Destination);
}
