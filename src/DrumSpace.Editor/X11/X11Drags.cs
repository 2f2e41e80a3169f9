using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>The window's drags in both directions: which events are a drag's, and which selection is whose.</summary>
/// <remarks>The window's thread; <see cref="Dispose"/> after it ended the host's.</remarks>
internal sealed class X11Drags : IDisposable
{
    private readonly IWindowContent _content;
    private readonly X11Atoms _atoms;
    private readonly XdndTransport _transport;
    private readonly XdndSource _source;
    private readonly XdndTarget _target;
    private readonly XdndProxies _proxies;
    private PointerButton _button;

    /// <summary>Makes the window a target of drags.</summary>
    public X11Drags(
        IWindowContent content, X11Connection connection, X11Window window, X11Ancestors ancestors, X11Cursors cursors)
    {
        _content = content;
        _atoms = connection.Atoms;
        _transport = new XdndTransport(connection, window, ancestors, cursors);
        _source = new XdndSource(_transport, content.EndDrag);
        _target = new XdndTarget(content, connection, window);
        _proxies = new XdndProxies(connection, window, ancestors);
    }

    /// <summary>Whether a file is dragged out, or its drop is not finished: then time matters.</summary>
    public bool IsActive => _source.IsActive;

    /// <summary>Begins to drag a file out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pointer">What holds the button.</param>
    /// <param name="time">The time of the last input.</param>
    public void Begin(string path, X11Pointer pointer, uint time)
    {
        if (!pointer.IsHeld)
        {
            _content.EndDrag(false);
            return;
        }

        _button = pointer.LetGo();
        (int x, int y) = pointer.OnScreen;
        _source.Begin(path, x, y, time, SteadyClock.Milliseconds);
    }

    /// <summary>Takes pointer and keys while a file is dragged.</summary>
    /// <returns>Whether the event belongs to the drag and not to the content.</returns>
    public bool TryHandleInput(in XEvent received, X11Keys keys)
    {
        if (_source.IsDragging)
        {
            HandleDragInput(received, keys);
            return true;
        }

        if (received.Type == XEventType.ButtonPress)
        {
            // The user goes on working: the last drop is not waited for any longer.
            _source.Cancel();
        }

        if (received.Type == XEventType.MotionNotify)
        {
            _target.HandlePointer();
        }

        return false;
    }

    /// <summary>Takes a message of a drag's other end.</summary>
    public void HandleMessage(in XEvent message, PixelSize size)
    {
        const uint accepts = 1;
        if (message.MessageType == _atoms.XdndStatus)
        {
            _source.Status(message.Data0, (message.Data1 & accepts) != 0, SteadyClock.Milliseconds);
        }
        else if (message.MessageType == _atoms.XdndFinished)
        {
            _source.Finished(message.Data0, (message.Data1 & accepts) != 0);
        }
        else
        {
            _target.Handle(message, size);
        }
    }

    /// <summary>Takes the data of a drop.</summary>
    public void HandleData(in XEvent notify) => _target.HandleData(notify);

    /// <summary>Answers another client's request for what is dragged.</summary>
    public void Answer(in XEvent request)
    {
        if (_transport.Answer(request))
        {
            _source.Served();
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Tick(long now) => _source.Tick(now);

    /// <summary>Has the windows around ours send drags here, after the tree of windows changed.</summary>
    public void ClaimAncestors(PixelSize size) => _proxies.Claim(size);

    /// <summary>Ends a drag that goes on.</summary>
    public void Cancel() => _source.Cancel();

    /// <summary>Gives the windows around ours back.</summary>
    public void Dispose() => _proxies.Remove();

    private void HandleDragInput(in XEvent received, X11Keys keys)
    {
        long now = SteadyClock.Milliseconds;
        switch (received.Type)
        {
            case XEventType.MotionNotify when !X11Pointer.IsDown(received, _button):
                // The server ended the grab, as it does when the window is hidden, and the release went elsewhere.
                _source.Cancel();
                break;
            case XEventType.MotionNotify:
                _source.Move(received.RootX, received.RootY, received.Time, now);
                break;
            case XEventType.ButtonRelease when X11Pointer.IsRelease(received, _button):
                _source.Release(received.RootX, received.RootY, received.Time, now);
                break;
            case XEventType.KeyPress when keys.IsEscape(received):
                _source.Cancel();
                break;
        }
    }
}
