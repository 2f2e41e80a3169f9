using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>What the window shows: when it is painted, in what size, and whether anybody can see it.</summary>
/// <remarks>The connection's owner alone. A frame allocates nothing while the size stays.</remarks>
internal sealed class X11Picture : IDisposable
{
    // While the server reads a frame, its event ends the wait; this is in case it never comes.
    private const int InFlightWait = 100;
    private const int Forever = -1;

    private readonly X11Connection _connection;
    private readonly X11Window _window;
    private readonly FramePacer _pacer;
    private X11Frame _frame;
    private bool _isVisible = true;

    /// <summary>Makes the first frame's pixels.</summary>
    public X11Picture(X11Connection connection, X11Window window, FramePacer pacer, PixelSize size)
    {
        (_connection, _window, _pacer, Size) = (connection, window, pacer, size);
        _frame = new X11Frame(connection, window.Id, size);
    }

    /// <summary>The window's size.</summary>
    public PixelSize Size { get; private set; }

    /// <summary>Paints, maps the window and shows it.</summary>
    public void ShowFirst()
    {
        _pacer.Advance(SteadyClock.Milliseconds);
        bool isPainted = _pacer.Paint(_frame.Canvas, Size);
        _window.Map();
        if (isPainted)
        {
            // Only now: a window that is not mapped keeps no pixels.
            _frame.Show();
        }
    }

    /// <summary>The window got another size.</summary>
    public void Resize(PixelSize size)
    {
        Size = size;
        _pacer.Invalidate();
    }

    /// <summary>The server lost what the window showed.</summary>
    public void Invalidate() => _pacer.Invalidate();

    /// <summary>There was input, which the content may show.</summary>
    public void Hurry() => _pacer.Hurry();

    /// <summary>Finds out whether the window can be seen. Hosts hide a window around ours instead of closing ours.</summary>
    public void FindVisibility()
    {
        bool isVisible = _connection.Tree.IsViewable(_window.Id);
        if (isVisible && !_isVisible)
        {
            _pacer.Invalidate();
        }

        _isVisible = isVisible;
    }

    /// <summary>Takes events of the last frame.</summary>
    public void Handle(in XEvent received) => _frame.Handle(received);

    /// <summary>Shows the next frame if it is due and can be seen.</summary>
    public void Advance(long now)
    {
        if (!_isVisible || _frame.IsInFlight || _pacer.WaitAt(now) > 0 || !_pacer.Advance(now))
        {
            return;
        }

        if (_frame.Size != Size)
        {
            X11Frame before = _frame;
            _frame = new X11Frame(_connection, _window.Id, Size);
            before.Dispose();
        }

        if (_pacer.Paint(_frame.Canvas, Size))
        {
            _frame.Show();
        }
    }

    /// <summary>How many milliseconds the next frame can wait; -1 until something happens.</summary>
    public int WaitAt(long now) => !_isVisible ? Forever : _frame.IsInFlight ? InFlightWait : _pacer.WaitAt(now);

    /// <inheritdoc/>
    public void Dispose() => _frame.Dispose();
}
