namespace DrumSpace.Music.Songs;

/// <summary>How a kind of section is played. The figures are rules of thumb of arranging: thin before full, and the chorus fullest.</summary>
/// <param name="Density">0 to 1: how many hits, a half for the model's own (<see cref="HitThreshold"/>).</param>
/// <param name="Energy">What velocities are multiplied by, above 0 and at most 1.</param>
/// <param name="HasCrash">Whether a crash cymbal marks its beginning.</param>
/// <param name="BassFrom">The share of the section after which the bass plays: 0 from its beginning, 1 never.</param>
/// <param name="HasLead">Whether the lead plays.</param>
/// <param name="LeadFrom">The MIDI note from which on the first tonic is the one that the lead lies above on the whole.</param>
public sealed record SectionCharacter(double Density, double Energy, bool HasCrash, double BassFrom, bool HasLead, int LeadFrom)
{
    // In the order of SectionKind.
    private static readonly SectionCharacter[] All =
    [
        new(0.42, 0.85, HasCrash: false, BassFrom: 0.5, HasLead: false, LeadFrom: 60),
        new(0.48, 0.90, HasCrash: false, BassFrom: 0, HasLead: false, LeadFrom: 60),
        new(0.52, 0.94, HasCrash: false, BassFrom: 0, HasLead: false, LeadFrom: 60),
        new(0.56, 1.00, HasCrash: true, BassFrom: 0, HasLead: true, LeadFrom: 65),
        new(0.45, 0.88, HasCrash: true, BassFrom: 0, HasLead: true, LeadFrom: 60),
        new(0.34, 0.80, HasCrash: false, BassFrom: 1, HasLead: false, LeadFrom: 60),
        new(0.55, 0.98, HasCrash: true, BassFrom: 0, HasLead: true, LeadFrom: 65),
        new(0.42, 0.85, HasCrash: true, BassFrom: 0, HasLead: false, LeadFrom: 60),
    ];

    /// <summary>The character of a kind of section.</summary>
    public static SectionCharacter Of(SectionKind kind) => All[(int)kind];
}
