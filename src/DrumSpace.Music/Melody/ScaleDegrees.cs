using System.Numerics;

namespace DrumSpace.Music.Melody;

/// <summary>
/// The degrees of scales as masks: bit d is set when the tone d semitones above the tonic belongs to the scale. The scales are those of
/// Kostka and Payne, "Tonal Harmony"; the blues scale is that of Levine, "The Jazz Theory Book", 1995.
/// </summary>
/// <remarks>Any thread. Does not allocate, block or throw.</remarks>
public static class ScaleDegrees
{
    /// <summary>All twelve degrees: the chromatic scale.</summary>
    public const int All = 0xFFF;

    /// <summary>The degrees 0 2 4 5 7 9 11.</summary>
    public const int Major = 0b1010_1011_0101;

    /// <summary>The degrees 0 2 3 5 7 8 10.</summary>
    public const int NaturalMinor = 0b0101_1010_1101;

    /// <summary>The degrees of a scale.</summary>
    /// <param name="scale">The scale; an undefined value counts as chromatic.</param>
    public static int Of(MelodyScale scale) => scale switch
    {
        MelodyScale.Major => Major,
        MelodyScale.Minor => NaturalMinor,
        MelodyScale.Dorian => 0b0110_1010_1101,
        MelodyScale.Mixolydian => 0b0110_1011_0101,
        MelodyScale.HarmonicMinor => 0b1001_1010_1101,
        MelodyScale.MajorPentatonic => 0b0010_1001_0101,
        MelodyScale.MinorPentatonic => 0b0100_1010_1001,
        MelodyScale.Blues => 0b0100_1110_1001,
        _ => All,
    };

    /// <summary>The mode closest to a scale: the one that lacks fewer of its degrees; major where both lack as many.</summary>
    public static KeyMode ModeOf(MelodyScale scale)
    {
        int degrees = Of(scale);
        return Count(degrees & ~NaturalMinor) < Count(degrees & ~Major) ? KeyMode.Minor : KeyMode.Major;

        static int Count(int degrees) => BitOperations.PopCount((uint)degrees);
    }

    /// <summary>Whether a degree belongs to a mask.</summary>
    /// <param name="degrees">The mask.</param>
    /// <param name="degree">Semitones above the tonic, 0 to 11.</param>
    public static bool Has(int degrees, int degree) => (degrees >> degree & 1) != 0;
}
