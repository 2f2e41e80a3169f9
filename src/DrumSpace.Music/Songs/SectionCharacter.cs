namespace DrumSpace.Music.Songs;

/// <summary>How a kind of section is arranged. The values are rules of thumb: sections build up, and the chorus is the fullest.</summary>
/// <param name="Density">The density of the drums, 0 to 1; a half for the model's own (<see cref="HitThreshold"/>).</param>
/// <param name="Energy">The factor on velocities, above 0 and at most 1.</param>
/// <param name="HasCrash">Whether it begins with a crash cymbal.</param>
/// <param name="BassStart">The share of the section after which the bass enters: 0 for its start, 1 for never.</param>
/// <param name="HasLead">Whether the lead plays.</param>
/// <param name="LeadRegister">The lead's anchor is the first tonic from this MIDI note up.</param>
public sealed record SectionCharacter(double Density, double Energy, bool HasCrash, double BassStart, bool HasLead, int LeadRegister)
{
    // In the order of SectionKind.
    private static readonly SectionCharacter[] All =
    [
        new(0.42, 0.85, HasCrash: false, BassStart: 0.5, HasLead: false, LeadRegister: 60),
        new(0.48, 0.90, HasCrash: false, BassStart: 0, HasLead: false, LeadRegister: 60),
        new(0.52, 0.94, HasCrash: false, BassStart: 0, HasLead: false, LeadRegister: 60),
        new(0.56, 1.00, HasCrash: true, BassStart: 0, HasLead: true, LeadRegister: 65),
        new(0.45, 0.88, HasCrash: true, BassStart: 0, HasLead: true, LeadRegister: 60),
        new(0.34, 0.80, HasCrash: false, BassStart: 1, HasLead: false, LeadRegister: 60),
        new(0.55, 0.98, HasCrash: true, BassStart: 0, HasLead: true, LeadRegister: 65),
        new(0.42, 0.85, HasCrash: true, BassStart: 0, HasLead: false, LeadRegister: 60),
    ];

    /// <summary>The character of a kind of section.</summary>
    public static SectionCharacter Of(SectionKind kind) => All[(int)kind];
}
