using SkiaSharp;

namespace DrumSpace.Editor.Windows;

/// <summary>
/// Decides when a window asks its content for news and when it paints: 60 times a second at most, seldom while nothing moves.
/// </summary>
/// <remarks>
/// The window's thread; the first frame is the host's, before that thread starts. Allocates nothing. A content that fails again and again
/// is not painted any more; what it shows stays.
/// </remarks>
internal sealed class FramePacer(IWindowContent content, FailureLog failures)
{
    private const int MovingInterval = 16;
    private const int RestInterval = 60;
    private const int MostFailures = 5;

    private long _last;
    private long _next;
    private int _failures;
    private bool _mustPaint = true;

    /// <summary>Has the next frame painted whatever the content says: what the window showed is lost.</summary>
    public void Invalidate()
    {
        _mustPaint = true;
        Hurry();
    }

    /// <summary>Brings the next frame forward: there was input.</summary>
    public void Hurry() => _next = Math.Min(_next, _last + MovingInterval);

    /// <summary>How long the next frame may wait, in milliseconds; 0 when it is due.</summary>
    public int WaitAt(long now) => (int)Math.Clamp(_next - now, 0, RestInterval);

    /// <summary>Asks the content for news.</summary>
    /// <returns>Whether to paint.</returns>
    public bool Advance(long now)
    {
        int interval = RestInterval;
        try
        {
            FrameNeed need = content.Advance(now);
            _mustPaint |= need.MustPaint;
            interval = need.IsMoving ? MovingInterval : RestInterval;
        }
        catch (Exception e)
        {
            failures.Report("The editor cannot follow the plugin", e);
        }

        // Counted from when this frame was due, so that the rate does not sink by the time that frames take.
        _last = now;
        _next = interval == MovingInterval && now - _next < MovingInterval ? _next + MovingInterval : now + interval;
        return _mustPaint && _failures < MostFailures;
    }

    /// <summary>Has the content painted.</summary>
    /// <returns>Whether it painted all.</returns>
    public bool Paint(SKCanvas canvas, PixelSize size)
    {
        _mustPaint = false;
        int state = canvas.Save();
        try
        {
            content.Paint(canvas, size);
            _failures = 0;
            return true;
        }
        catch (Exception e)
        {
            failures.Report(++_failures == MostFailures ? "The editor stops painting" : "The editor cannot paint", e);
            return false;
        }
        finally
        {
            canvas.RestoreToCount(state);
        }
    }
}
