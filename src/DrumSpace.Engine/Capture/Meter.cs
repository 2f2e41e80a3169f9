using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>The host's meter: its time signature and where its bars begin.</summary>
/// <remarks>A value of the audio thread. Does not allocate, block or throw.</remarks>
/// <param name="Numerator">Beats in a bar, 1 to 64.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 64.</param>
/// <param name="Origin">The song position, in quarters, of one of its bar lines: from 0 to below a bar.</param>
internal readonly record struct Meter(int Numerator, int Denominator, double Origin)
{
    // Bar lines are snapped to multiples of the shortest beat (1/64 note), which undoes the host's rounding.
    private const double PerQuarter = 16;

    /// <summary>Quarters in a bar.</summary>
    public double BarQuarters => 4.0 * Numerator / Denominator;

    /// <summary>Ticks in a bar: always a whole number.</summary>
    public int BarTicks => 4 * CaptureClip.TicksPerQuarter * Numerator / Denominator;

    /// <summary>The meter that a host reports; 4/4 from the song's start where it reports none or an invalid one.</summary>
    public static Meter Of(in HostTime time)
    {
        bool isValid = time.HasTimeSignature && time.Numerator is >= 1 and <= 64 && time.Denominator is >= 1 and <= 64
            && int.IsPow2(time.Denominator);
        Meter meter = isValid ? new(time.Numerator, time.Denominator, 0) : new(4, 4, 0);
        if (!isValid || !time.HasBarStart || !(Math.Abs(time.BarStart) < 1e9))
        {
            return meter;
        }

        double start = Math.Round(time.BarStart * PerQuarter) / PerQuarter;
        return meter with { Origin = start - Math.Floor(start / meter.BarQuarters) * meter.BarQuarters };
    }

    /// <summary>The song position, in quarters, at which the bar of a position begins.</summary>
    public double BarStartOf(double ppq) => Origin + Math.Floor((ppq - Origin) / BarQuarters) * BarQuarters;
}
