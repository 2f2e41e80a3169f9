using System.Diagnostics;
using DrumSpace.RealTime;

namespace DrumSpace.Bench;

/// <summary>Waits, asleep, for the moments at which a sound card would ask for blocks; after a late block the next ones follow at once.</summary>
internal sealed class BlockClock(double blockSeconds)
{
    private readonly WakeSignal _neverPosted = WakeSignal.Create();
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _blocks;

    /// <summary>Waits until the next block is due.</summary>
    public void WaitForNext()
    {
        double due = ++_blocks * blockSeconds;
        while (due - Stopwatch.GetElapsedTime(_start).TotalSeconds is > 0 and double left)
        {
            _neverPosted.Wait(TimeSpan.FromSeconds(left));
        }
    }
}
