namespace DrumSpace.Editor.Windows;

/// <summary>What the host's thread wants from the window's: the newest wins, nothing waits.</summary>
internal sealed class WindowRequests
{
    private long _size;
    private int _shown;
    private volatile bool _isStopping;

    private enum Shown
    {
        AsItIs,
        Yes,
        No,
    }

    /// <summary>Whether the window's thread has to end.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Wants another size. The host's thread.</summary>
    public void Resize(PixelSize size) => Interlocked.Exchange(ref _size, ((long)size.Width << 32) | (uint)size.Height);

    /// <summary>Wants the window shown or hidden. The host's thread.</summary>
    public void SetShown(bool isShown) => Interlocked.Exchange(ref _shown, (int)(isShown ? Shown.Yes : Shown.No));

    /// <summary>Wants the thread to end. The host's thread.</summary>
    public void Stop() => _isStopping = true;

    /// <summary>Takes the wanted size, if any. The window's thread.</summary>
    public bool TryTakeSize(out PixelSize size)
    {
        long taken = Interlocked.Exchange(ref _size, 0);
        size = new PixelSize((int)(taken >> 32), (int)taken);
        return taken != 0;
    }

    /// <summary>Takes whether the window is to be shown, if that changes. The window's thread.</summary>
    public bool TryTakeShown(out bool isShown)
    {
        Shown taken = (Shown)Interlocked.Exchange(ref _shown, (int)Shown.AsItIs);
        isShown = taken == Shown.Yes;
        return taken != Shown.AsItIs;
    }
}
