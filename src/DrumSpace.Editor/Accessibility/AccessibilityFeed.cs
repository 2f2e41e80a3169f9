namespace DrumSpace.Editor.Accessibility;

/// <summary>The window's side of an <see cref="AccessibilityExchange"/>: does what is asked for, and tells what changed.</summary>
/// <remarks>The window's thread. Does and allocates nothing while nobody listens.</remarks>
/// <param name="content">What the window shows.</param>
/// <param name="exchange">The exchange.</param>
/// <param name="findPlace">Finds where the window's content lies on the screen, in pixels; may wait for the window system.</param>
internal sealed class AccessibilityFeed(IAccessibleContent content, AccessibilityExchange exchange, Func<(int X, int Y)> findPlace)
{
    // A voice follows no faster.
    private const long Interval = 100;

    private long _next;
    private Action<AccessibleTree>? _listener;
    private int _version;
    private (int X, int Y) _place;

    /// <summary>Takes requests, and publishes a tree if there is news and its time has come.</summary>
    /// <param name="now">Milliseconds on a steady clock.</param>
    /// <returns>Whether something was done that the window may have to show.</returns>
    public bool Advance(long now)
    {
        Action<AccessibleTree>? listener = exchange.Listener;
        bool isNew = !ReferenceEquals(listener, _listener);
        _listener = listener;
        if (listener == null)
        {
            return false;
        }

        bool isDone = false;
        while (exchange.TryTake(out AccessibleRequest request))
        {
            content.Perform(request);
            isDone = true;
        }

        if (!isNew && now < _next)
        {
            return isDone;
        }

        _next = now + Interval;
        int version = content.Version;
        (int X, int Y) place = findPlace();
        if (isNew || version != _version || place != _place)
        {
            (_version, _place) = (version, place);
            listener(content.DescribeTree(place.X, place.Y));
        }

        return isDone;
    }
}
