namespace DrumSpace.Engine.Transport;

/// <summary>
/// The bars of the song and their numbers, 0 for the first. A host reports the bar of a block's first frame alone; the bars around it are
/// assumed to be like it. Where the meter changes, or a bar is cut short, while the song runs on, bars are counted on. After a jump to
/// another meter a bar's number is what it would be if the song had that meter from its start, because hosts do not tell the number.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct SongBars
{
    // Quarters by which a bar line may be missed: above the rounding of every host that was observed, and half of a 64th note.
    private const double Tolerance = 1.0 / 32;

    // Bar lines are snapped to multiples of a 64th note, which undoes the host's rounding.
    private const double SnapsPerQuarter = 16;
    private const double MaxSnap = 1.0 / 512;

    public SongBars()
    {
    }

    /// <summary>The meter; its origin is the first of the bars that are known to have it.</summary>
    public Meter Meter { get; private set; } = new(4, 4, 0);

    /// <summary>The number of the bar that begins at the meter's origin.</summary>
    public long Number { get; private set; }

    /// <summary>Takes the host's meter for a block.</summary>
    /// <param name="time">The host's time.</param>
    /// <param name="isElsewhere">Whether the song stands, or jumped with this block: no bars were counted up to here.</param>
    /// <returns>Whether the bars are others than before.</returns>
    public bool Follow(in HostTime time, bool isElsewhere)
    {
        Meter meter = Meter.Of(time);
        double bars = (meter.Origin - Meter.Origin) / Meter.BarQuarters;
        double line = Math.Round(bars);
        bool isOnLine = Math.Abs(bars - line) * Meter.BarQuarters <= Tolerance;
        bool isSameSignature = (meter.Numerator, meter.Denominator) == (Meter.Numerator, Meter.Denominator);
        if (isSameSignature && isOnLine)
        {
            return false;
        }

        double origin = Snap(meter.Origin);
        if (isElsewhere || origin < Meter.Origin - Tolerance)
        {
            Number = isSameSignature ? Number + (long)Math.Floor(bars) : (long)Math.Floor((origin + Tolerance) / meter.BarQuarters);
        }
        else if (Meter.Origin == 0 && origin < meter.BarQuarters - Tolerance)
        {
            // After a pick-up, the song's first whole bar is its first.
            Number = 0;
        }
        else
        {
            // A bar that is cut short counts as one.
            Number += (long)(isOnLine ? line : Math.Ceiling(bars));
        }

        Meter = meter with { Origin = origin };
        return true;
    }

    private static double Snap(double ppq)
    {
        double snapped = Math.Round(ppq * SnapsPerQuarter) / SnapsPerQuarter;
        return Math.Abs(snapped - ppq) <= MaxSnap ? snapped : ppq;
    }
}
