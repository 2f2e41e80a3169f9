using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>The bars of a song around a place: their time signature, and where one of them begins.</summary>
/// <remarks>A value of the audio thread; nothing in it allocates, blocks or throws.</remarks>
/// <param name="Numerator">Beats in a bar, 1 to 64.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 64.</param>
/// <param name="Origin">The position, in quarters, at which a bar begins: from 0 to below a bar.</param>
internal readonly record struct BarShape(int Numerator, int Denominator, double Origin)
{
    // Bars begin at multiples of the shortest note that a signature counts; what a host rounds is put back there.
    private const double PerQuarter = 16;

    /// <summary>Quarters a bar.</summary>
    public double Quarters => 4.0 * Numerator / Denominator;

    /// <summary>Ticks a bar: always whole.</summary>
    public int Ticks => 4 * CaptureClip.TicksPerQuarter * Numerator / Denominator;

    /// <summary>What a host says of its bars; 4/4 from the song's start where it says nothing, or nothing that can be.</summary>
    public static BarShape Of(in HostTime time)
    {
        bool isKnown = time.HasTimeSignature && time.Numerator is >= 1 and <= 64 && time.Denominator is >= 1 and <= 64
            && int.IsPow2(time.Denominator);
        BarShape shape = isKnown ? new(time.Numerator, time.Denominator, 0) : new(4, 4, 0);
        if (!isKnown || !time.HasBarStart || !(Math.Abs(time.BarStart) < 1e9))
        {
            return shape;
        }

        double start = Math.Round(time.BarStart * PerQuarter) / PerQuarter;
        return shape with { Origin = start - Math.Floor(start / shape.Quarters) * shape.Quarters };
    }

    /// <summary>The position, in quarters, at which the bar of a position begins.</summary>
    public double StartOf(double ppq) => Origin + Math.Floor((ppq - Origin) / Quarters) * Quarters;
}
