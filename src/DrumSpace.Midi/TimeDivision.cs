namespace DrumSpace.Midi;

/// <summary>The unit of a file's ticks: a fraction of a quarter note, or of an SMPTE frame.</summary>
public readonly record struct TimeDivision
{
    private TimeDivision(short raw) => Raw = raw;

    /// <summary>The header's two bytes: positive for ticks per quarter, negative for SMPTE.</summary>
    public short Raw { get; }

    /// <summary>Whether ticks count SMPTE frames instead of quarter notes.</summary>
    public bool IsSmpte => Raw < 0;

    /// <summary>Ticks per quarter note (PPQ), 1 to 32767; 0 for SMPTE.</summary>
    public int TicksPerQuarter => IsSmpte ? 0 : Raw;

    /// <summary>Ticks per second for SMPTE, else 0. The frame rate 29 means 29.97.</summary>
    public double TicksPerSecond => IsSmpte ? FrameRate(-(Raw >> 8)) * (Raw & 0xFF) : 0;

    /// <summary>Makes a division of quarter notes.</summary>
    /// <param name="ticksPerQuarter">1 to 32767.</param>
    public static TimeDivision Ppq(int ticksPerQuarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticksPerQuarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticksPerQuarter, short.MaxValue);
        return new TimeDivision((short)ticksPerQuarter);
    }

    /// <summary>Reads the header's two bytes.</summary>
    /// <returns>False when they are invalid: no ticks, or a frame rate that SMPTE does not have.</returns>
    public static bool TryFromRaw(short raw, out TimeDivision division)
    {
        division = new TimeDivision(raw);
        return raw >= 0 ? raw > 0 : -(raw >> 8) is 24 or 25 or 29 or 30 && (raw & 0xFF) != 0;
    }

    private static double FrameRate(int code) => code == 29 ? 30000.0 / 1001 : code;
}
