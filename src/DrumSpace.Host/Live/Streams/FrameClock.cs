namespace DrumSpace.Host.Live.Streams;

/// <summary>The steady times of blocks that an audio thread begins at unsteady ones: a delay-locked loop of the second order.</summary>
/// <remarks>
/// Audio thread; no allocation, no wait. After F. Adriaensen, "Using a DLL to filter time" (Linux Audio Conference 2005). The clock learns
/// how fast the device really plays, so messages that are timed by it drift from the sound by nothing.
/// </remarks>
internal sealed class FrameClock(double sampleRate)
{
    // In Hz: slow enough to average a busy machine's delays over seconds, fast enough to settle in a few.
    private const double Bandwidth = 0.2;

    // What is farther away is no jitter: the device stopped, or the computer slept.
    private const double MaxError = 0.1;

    private bool _runs;
    private double _secondsPerFrame = 1 / sampleRate;
    private double _next;

    /// <summary>When the block before the current one began, in seconds.</summary>
    public double Previous { get; private set; }

    /// <summary>When the current block began, in seconds.</summary>
    public double Start { get; private set; }

    /// <summary>The device's measured pace.</summary>
    public double SecondsPerFrame => _secondsPerFrame;

    /// <summary>Forgets the times, after a dropout.</summary>
    public void Reset() => _runs = false;

    /// <summary>Begins a block.</summary>
    /// <param name="now">When the audio thread woke for it, in seconds.</param>
    /// <param name="frames">Its length.</param>
    public void Begin(double now, int frames)
    {
        double error = now - _next;
        if (!_runs || Math.Abs(error) > MaxError)
        {
            _runs = true;
            _secondsPerFrame = 1 / sampleRate;
            Start = now;
            Previous = now - frames * _secondsPerFrame;
            _next = now + frames * _secondsPerFrame;
            return;
        }

        double omega = 2 * Math.PI * Bandwidth * frames / sampleRate;
        Previous = Start;
        Start = _next;
        _next += Math.Min(Math.Sqrt(2) * omega, 1) * error + frames * _secondsPerFrame;
        _secondsPerFrame += Math.Min(omega * omega, 1) * error / frames;
    }
}
