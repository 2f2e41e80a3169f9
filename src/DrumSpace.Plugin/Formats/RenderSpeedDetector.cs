using System.Diagnostics;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// Detects by the clock that a host exports faster than real time without saying so: Ardour 7.3 and Qtractor 0.9.31 do not answer VST2's
/// question for the process level, and Qtractor ignores CLAP's render extension.
/// </summary>
/// <remarks>Audio thread. Does not allocate, lock or wait; the clock is read without a system call.</remarks>
internal sealed class RenderSpeedDetector
{
    // How far blocks come ahead of real time before they count as an export: further than hosts process in one go, be it because they
    // double their buffers or because they catch up after a late block.
    private const double MinLead = 0.1;
    private const int LeadBlocks = 4;

    // An export is at least so many times as fast as real time. That is far from what a sound card's clock differs from the computer's.
    private const double MinSpeed = 2;

    // After an export, real time lets the lead fall from here to 0 within 0.3 seconds of the song.
    private const double MaxLeads = 3;

    private double _lead;
    private double _longest;
    private double _last;
    private long _began;

    /// <summary>Frames a second.</summary>
    public double SampleRate { get; set; } = 44_100;

    /// <summary>What the clock says: <see cref="RenderSpeed.RealTime"/> or <see cref="RenderSpeed.AssumedOffline"/>.</summary>
    public RenderSpeed Speed { get; private set; }

    /// <summary>Notes the beginning of a block.</summary>
    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="frames">The block's length.</param>
    /// <returns><see cref="Speed"/>.</returns>
    public RenderSpeed Begin(long now, int frames)
    {
        double threshold = Math.Max(MinLead, LeadBlocks * _longest);

        // A pause counts as no longer than the threshold: a busy machine holds an export up now and then.
        double elapsed = Math.Min((now - _began) / (double)Stopwatch.Frequency, threshold);
        _lead = Math.Clamp(_lead + _last - (MinSpeed * elapsed), 0, MaxLeads * threshold);
        bool isAhead = _lead > threshold || (_lead > 0 && Speed == RenderSpeed.AssumedOffline);
        Speed = isAhead ? RenderSpeed.AssumedOffline : RenderSpeed.RealTime;
        _began = now;
        _last = frames / SampleRate;
        _longest = Math.Max(_longest, _last);
        return Speed;
    }
}
