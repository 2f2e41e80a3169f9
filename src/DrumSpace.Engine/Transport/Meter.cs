using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Transport;

/// <summary>A meter: its time signature and where its bars begin.</summary>
/// <remarks>A value of the audio thread. Does not allocate, block or throw.</remarks>
/// <param name="Numerator">Beats in a bar, 1 to 64.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 64.</param>
/// <param name="Origin">The song position, in quarters, of one of its bar lines.</param>
internal readonly record struct Meter(int Numerator, int Denominator, double Origin)
{
    /// <summary>Quarters in a bar: a whole number of 64th notes.</summary>
    public double BarQuarters => 4.0 * Numerator / Denominator;

    /// <summary>Ticks in a bar: always a whole number.</summary>
    public int BarTicks => 4 * CaptureClip.TicksPerQuarter * Numerator / Denominator;

    /// <summary>The meter that a host reports; 4/4 from the song's start where it reports none or an invalid one.</summary>
    public static Meter Of(in HostTime time)
    {
        bool isValid = time.HasTimeSignature && time.Numerator is >= 1 and <= 64 && time.Denominator is >= 1 and <= 64
            && int.IsPow2(time.Denominator);
        bool hasOrigin = isValid && time.HasBarStart && TransportFollower.IsPosition(time.BarStart);
        return isValid ? new(time.Numerator, time.Denominator, hasOrigin ? time.BarStart : 0) : new(4, 4, 0);
    }

    /// <summary>The song position, in quarters, at which the bar of a position begins.</summary>
    public double BarStartOf(double ppq) => Origin + Math.Floor((ppq - Origin) / BarQuarters) * BarQuarters;
}
