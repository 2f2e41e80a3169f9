using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>What the window shows: when it is painted, in what size, and whether anybody can see it.</summary>
/// <remarks>
/// The host's thread. A frame allocates nothing while the size stays. A timer of the window paces the frames. Windows delivers a timer only
/// when no input waits, so <see cref="Advance"/> is to be called after input as well.
/// </remarks>
internal sealed unsafe class Win32Picture : IDisposable
{
    private const nuint Timer = 1;

    // The least that SetTimer takes (USER_TIMER_MINIMUM).
    private const int ShortestWait = 10;

    // Timers come on a clock tick of 15.6 ms: one that was set for 16 ms would come after 31.
    private const int Slack = 6;

    // No message tells that a window around ours was hidden or shown.
    private const int HiddenWait = 100;

    private readonly Win32Window _window;
    private readonly FramePacer _pacer;
    private Win32Frame _frame;
    private bool _isVisible = true;

    /// <summary>Makes the first frame's pixels.</summary>
    public Win32Picture(Win32Window window, FramePacer pacer, PixelSize size)
    {
        (_window, _pacer, Size) = (window, pacer, size);
        _frame = new Win32Frame(size);
    }

    /// <summary>The window's size.</summary>
    public PixelSize Size { get; private set; }

    /// <summary>Paints the window, shows it, and starts the timer.</summary>
    public void ShowFirst()
    {
        long now = SteadyClock.Milliseconds;
        Frame(now);
        _window.SetShown(true);
        _ = User32.UpdateWindow(_window.Handle);
        SetTimer(now);
    }

    /// <summary>The window got another size: paints at once, because its old pixels do not fit.</summary>
    public void Resize(PixelSize size)
    {
        if (size != Size)
        {
            Size = size;
            _pacer.Invalidate();
            Frame(SteadyClock.Milliseconds);
        }
    }

    /// <summary>There was input, which the content may show.</summary>
    public void Hurry() => _pacer.Hurry();

    /// <summary>Shows the next frame if it is due and can be seen, and sets the timer for the one after.</summary>
    public void Advance(long now)
    {
        FindVisibility();
        if (_isVisible && _pacer.WaitAt(now) <= Slack)
        {
            Frame(now);
        }

        SetTimer(now);
    }

    /// <summary>Answers Windows' wish to see the pixels: the content is not asked, it may be in the middle of something.</summary>
    public void Show()
    {
        User32.PaintArea area;
        nint context = User32.BeginPaint(_window.Handle, &area);
        if (context != 0)
        {
            _frame.Show(context);
            _ = User32.EndPaint(_window.Handle, &area);
        }
    }

    /// <summary>Stops the timer.</summary>
    public void Stop() => _ = User32.KillTimer(_window.Handle, Timer);

    /// <inheritdoc/>
    public void Dispose() => _frame.Dispose();

    private void Frame(long now)
    {
        if (!_pacer.Advance(now))
        {
            return;
        }

        if (_frame.Size != Size)
        {
            Win32Frame before = _frame;
            _frame = new Win32Frame(Size);
            before.Dispose();
        }

        if (_pacer.Paint(_frame.Canvas, Size))
        {
            _ = User32.InvalidateRect(_window.Handle, null, 0);
            _ = User32.UpdateWindow(_window.Handle);
        }
    }

    private void FindVisibility()
    {
        bool isVisible = _window.IsVisible;
        if (isVisible && !_isVisible)
        {
            _pacer.Invalidate();
        }

        _isVisible = isVisible;
    }

    private void SetTimer(long now)
    {
        int wait = _isVisible ? Math.Max(ShortestWait, _pacer.WaitAt(now) - Slack) : HiddenWait;
        _ = User32.SetTimer(_window.Handle, Timer, (uint)wait, null);
    }
}
