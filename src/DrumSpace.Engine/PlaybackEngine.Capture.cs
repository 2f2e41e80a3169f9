using DrumSpace.Engine.Capture;
using DrumSpace.Engine.Listening;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine;

/// <summary>What was heard is kept: at least the last 64 bars of the notes that were emitted, each at its time in the song.</summary>
public sealed partial class PlaybackEngine
{
    private readonly CaptureTimeline _heard = new();

    /// <summary>Where the last block lies on the line of what was heard. Audio thread.</summary>
    public CaptureTime CaptureTime => _heard.Time;

    /// <summary>The tempo of the last block, or the last that was known, in quarters a minute. Audio thread.</summary>
    public double Tempo => _transport.Tempo;

    /// <summary>
    /// The last bars that were heard, as the song runs now or ran last: <see cref="CaptureTimeline"/> tells what is heard one after another. Any
    /// thread but the audio thread; waits for nobody.
    /// </summary>
    /// <param name="bars">At most how many, at least 1.</param>
    /// <returns>Null when nothing was heard yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    public CaptureClip? Heard(int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);

        return _heard.LastBars(bars);
    }
}
