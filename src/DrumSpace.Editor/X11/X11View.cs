using DrumSpace.Editor.Accessibility;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>An open window: gives the server's events to the content, and the content's frames to the server.</summary>
/// <remarks>
/// The host's thread makes it and shows the first frame, then it is the window's thread's until that has ended, then the host's thread
/// destroys it. A frame allocates nothing while the size stays.
/// </remarks>
internal sealed class X11View : IWindow, IDisposable
{
    private const int DragWait = 16;

    private readonly WindowSetup _setup;
    private readonly IWindowContent _content;
    private readonly X11Connection _connection;
    private readonly FailureLog _failures;
    private readonly X11Window _window;
    private readonly X11Cursors _cursors;
    private readonly X11Pointer _pointer;
    private readonly X11Keys _keys;
    private readonly X11Clipboard _clipboard;
    private readonly X11Drags _drags;
    private readonly X11Picture _picture;
    private readonly X11Structure _structure;
    private readonly X11Events _events;
    private AccessibilityFeed? _feed;
    private CursorShape _cursor = (CursorShape)(-1);
    private bool _isAttached;
    private volatile bool _isGone;

    /// <summary>Creates the window, unmapped.</summary>
    /// <exception cref="WindowSystemException">The parent does not exist.</exception>
    public X11View(WindowSetup setup, FailureLog failures, X11Connection connection, uint parent, PixelSize size)
    {
        (_setup, _content, _failures, _connection) = (setup, setup.Content, failures, connection);
        _window = new X11Window(connection, parent, size);
        _picture = new X11Picture(connection, _window, new FramePacer(_content, failures), size);
        X11Ancestors ancestors = new(connection, _window);
        _cursors = new X11Cursors(connection);
        _pointer = new X11Pointer(_content);
        _keys = new X11Keys(_content, connection, _window, ancestors);
        _clipboard = new X11Clipboard(connection, _window);
        _drags = new X11Drags(_content, connection, _window, ancestors, _cursors);
        _structure = new X11Structure(_window, ancestors, _picture, _drags);
        _events = new X11Events(connection.Atoms, _picture, _pointer, _keys, _clipboard, _drags, _structure);
    }

    /// <summary>Whether nothing is left to show: the user closed the window, its parent went, or the connection. Any thread.</summary>
    public bool IsGone => _isGone;

    /// <summary>Has the content told to those who ask, from the next frame on. Before the window's thread starts.</summary>
    public void Tell(IAccessibleContent content, AccessibilityExchange exchange) =>
        _feed = new AccessibilityFeed(content, exchange, () => _connection.Tree.ScreenPositionOf(_window.Id));

    /// <summary>Paints and maps the window; the server has done so when this returns.</summary>
    public void Show()
    {
        _isAttached = true;
        _content.Attach(this);
        _picture.ShowFirst();
        _connection.RoundTrip();
    }

    /// <summary>Handles all events that are there.</summary>
    /// <returns>Whether there were any.</returns>
    public bool HandleEvents()
    {
        bool any = false;
        while (!_isGone && _connection.TryNextEvent(out XEvent received))
        {
            any = true;
            try
            {
                _events.Handle(received);
            }
            catch (Exception e)
            {
                _failures.Report("The editor failed at an input", e);
            }

            _isGone = _structure.IsDestroyed || _events.IsCloseRequested;
        }

        if (_connection.IsLost && !_isGone)
        {
            _failures.Report("The editor lost its connection to the X server.");
            _isGone = true;
        }

        return any;
    }

    /// <summary>Does what is due at a time, and sends what there is to send.</summary>
    public void Advance(long now)
    {
        try
        {
            _structure.Update();
            _drags.Tick(now);
            _picture.Advance(now);
            _keys.Follow(_events.InputTime);
            ShowCursor();
            if (_feed?.Advance(now) == true)
            {
                _picture.Hurry();
            }
        }
        catch (Exception e)
        {
            _failures.Report("The editor failed", e);
        }

        _connection.Flush();
    }

    /// <summary>How many milliseconds the thread may wait for events; -1 for as long as it takes.</summary>
    public int WaitAt(long now)
    {
        int wait = _picture.WaitAt(now);
        return _drags.IsActive && (uint)wait > DragWait ? DragWait : wait;
    }

    /// <summary>Asks for another size.</summary>
    public void Resize(PixelSize size) => _window.Resize(size);

    /// <summary>Maps or unmaps the window.</summary>
    public void SetShown(bool isShown)
    {
        if (isShown)
        {
            _window.Map();
        }
        else
        {
            _window.Unmap();
        }
    }

    /// <summary>Ends what the content does with the window.</summary>
    public void Detach()
    {
        if (!_isAttached)
        {
            return;
        }

        _isAttached = false;
        try
        {
            _drags.Cancel();
            _content.Detach();
        }
        catch (Exception e)
        {
            _failures.Report("The editor failed to close", e);
        }
    }

    /// <summary>Destroys the window and frees what belongs to it, whatever of it is left on the server.</summary>
    public void Dispose()
    {
        Detach();
        _drags.Dispose();
        _cursors.Dispose();
        _picture.Dispose();
        _window.Destroy();

        // The host goes on only when the window is gone: what it does next may look for windows.
        _connection.RoundTrip();
    }

    void IWindow.BeginDrag(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _drags.Begin(path, _pointer, _events.InputTime);
    }

    void IWindow.CopyText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _clipboard.Copy(text, _events.InputTime);
    }

    void IWindow.PasteText(Action<string> paste)
    {
        ArgumentNullException.ThrowIfNull(paste);
        _clipboard.Paste(paste, _events.InputTime);
    }

    PixelSize IWindow.Screen => _connection.Screen;

    void IWindow.RequestSize(PixelSize size) => _setup.RequestSize(size);

    private void ShowCursor()
    {
        CursorShape cursor = _content.Cursor;
        if (cursor != _cursor)
        {
            _cursor = cursor;
            _window.SetCursor(_cursors.Of(cursor));
        }
    }
}
