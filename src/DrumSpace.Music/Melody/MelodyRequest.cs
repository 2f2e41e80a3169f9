namespace DrumSpace.Music.Melody;

/// <summary>
/// What a musician asks of the melody: everything, beside pattern and model, that it depends on. The default value asks for none.
/// </summary>
/// <param name="Role">Bass or lead.</param>
/// <param name="Instrument">A General MIDI family, 0 to 15, as in <see cref="MelodyConditioning"/>.</param>
/// <param name="Tonic">0 for C to 11 for B.</param>
/// <param name="Scale">The scale that its notes keep to.</param>
/// <param name="Octaves">-3 to 3: how far it is moved from its role's own register.</param>
/// <param name="Density">0 to 1: how many notes, see <see cref="OnsetBias"/>; a half for the model's own.</param>
/// <param name="Temperature">0.1 to 2: how varied it is; 1 for the model's own.</param>
/// <param name="Follow">0 to 1: how closely it follows the bass drum, see <see cref="OnsetBias"/>.</param>
/// <param name="Seed">0 to 1023: another one gives another melody.</param>
/// <remarks>A value; any thread. Does not allocate, block or throw.</remarks>
public readonly record struct MelodyRequest(
    MelodyRole Role, int Instrument, int Tonic, MelodyScale Scale, int Octaves, double Density, double Temperature, double Follow, int Seed)
{
    /// <summary>The lowest temperature.</summary>
    public const double MinTemperature = 0.1;

    /// <summary>The highest temperature.</summary>
    public const double MaxTemperature = 2;

    /// <summary>How many octaves a melody can be moved either way.</summary>
    public const int MaxOctaves = 3;

    /// <summary>Whether a melody is requested at all.</summary>
    public bool IsEnabled => Temperature > 0;

    /// <summary>
    /// What the model is conditioned on. The register is the role's own: the tonic above which a melody lies is E1 (28) to Eb2 (39) for a
    /// bass, as on the lowest string of the bass guitar, and C4 (60) to B4 (71) for a lead. <see cref="Octaves"/> moves the model's output.
    /// </summary>
    public MelodyConditioning Conditioning => new(
        Role, Instrument, new MusicalKey(Tonic, ScaleDegrees.ModeOf(Scale)), Role == MelodyRole.Lead ? 4 : Tonic >= 4 ? 1 : 2);
}
