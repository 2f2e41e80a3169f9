using System.Diagnostics;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// Tells by the clock whether a host renders faster than time, for hosts that do not say so: Ardour 7.3 and Qtractor 0.9.31 answer VST2's
/// question for their process level with nothing, in an export too, and Qtractor leaves CLAP's render extension alone. What is taken for an
/// export by mistake costs some decodes on the audio thread.
/// </summary>
/// <remarks>Audio thread. Does not allocate, lock or wait; the clock is read without a system call.</remarks>
internal sealed class RenderSpeedDetector
{
    // Short, because until the end of the first stretch an export is taken for real time; and longer than the periods that hosts
    // process in one go, so that those that make up for a late one are not taken for an export.
    private const double StretchSeconds = 0.05;
    private const double Speed = 4;

    // A busy machine holds an export up now and then, which is no return to real time.
    private const int SlowStretches = 4;

    private long _began;
    private double _played;
    private int _slow;

    /// <summary>Frames a second, as the host announced them.</summary>
    public double SampleRate { get; set; } = 44_100;

    /// <summary>Whether blocks come faster than time.</summary>
    public bool IsFaster { get; private set; }

    /// <summary>Takes a block's beginning into account.</summary>
    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="frames">The block's length.</param>
    /// <returns><see cref="IsFaster"/>.</returns>
    public bool Begin(long now, int frames)
    {
        if (_played >= StretchSeconds)
        {
            double elapsed = (now - _began) / (double)Stopwatch.Frequency;
            bool isFast = elapsed * Speed < _played;
            _slow = isFast ? 0 : _slow + 1;
            IsFaster = isFast || (IsFaster && _slow < SlowStretches);
            _played = 0;
        }

        if (_played == 0)
        {
            _began = now;
        }

        _played += frames / SampleRate;
        return IsFaster;
    }
}
