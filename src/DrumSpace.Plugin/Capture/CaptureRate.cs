namespace DrumSpace.Plugin.Capture;

/// <summary>
/// How often an instance may capture: <see cref="Burst"/> captures at once, and after those one every ten seconds. So a host that asks all
/// the time never floods a disk. Each instance has its own, because musicians capture all tracks of a song at once.
/// </summary>
/// <remarks>One thread at a time.</remarks>
/// <param name="clock">What time it is.</param>
internal sealed class CaptureRate(TimeProvider clock)
{
    /// <summary>The captures that may follow each other at once.</summary>
    public const int Burst = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private double _allowed = Burst;
    private long _asked;

    /// <summary>Whether another capture may be written now; asking takes it.</summary>
    public bool MayWrite()
    {
        long now = clock.GetTimestamp();
        _allowed = Math.Min(Burst, _allowed + clock.GetElapsedTime(_asked, now) / Pause);
        _asked = now;
        if (_allowed < 1)
        {
            return false;
        }

        _allowed--;
        return true;
    }
}
