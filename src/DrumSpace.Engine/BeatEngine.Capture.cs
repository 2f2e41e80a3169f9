using DrumSpace.Engine.Capture;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine;

/// <summary>What was heard is kept: at least the last 64 bars of the notes that were emitted, each at its time in the song.</summary>
public sealed partial class BeatEngine
{
    private readonly HeardLine _heard = new();

    /// <summary>
    /// The last bars that were heard, as the song runs now or ran last: <see cref="HeardLine"/> tells what is heard one after another. Any
    /// thread but the audio thread; waits for nobody.
    /// </summary>
    /// <param name="bars">At most how many, at least 1.</param>
    /// <returns>Null when nothing was heard yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    public HeardClip? Heard(int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        HeardRecord[] records = _heard.Read(out long now);
        return HeardBars.Last(records, now, bars);
    }
}
