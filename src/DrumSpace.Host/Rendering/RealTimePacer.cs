using System.Diagnostics;

namespace DrumSpace.Host;

/// <summary>Waits for the moments at which a sound card would ask for blocks.</summary>
internal sealed class RealTimePacer
{
    // Sleeping ends up to about a millisecond late, so the end of the wait spins.
    private const double SpinSeconds = 0.0015;

    private long _start = Stopwatch.GetTimestamp();

    private double Elapsed => Stopwatch.GetElapsedTime(_start).TotalSeconds;

    public void Restart() => _start = Stopwatch.GetTimestamp();

    /// <summary>Waits until a time after the start, in seconds.</summary>
    public void WaitUntil(double seconds)
    {
        double left = seconds - Elapsed;
        if (left > SpinSeconds)
        {
            Thread.Sleep(TimeSpan.FromSeconds(left - SpinSeconds));
        }

        SpinWait spin = default;
        while (Elapsed < seconds)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
