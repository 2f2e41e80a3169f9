namespace DrumSpace.Music.Melody;

/// <summary>
/// What a musician asks of a line: everything, beside the beat and the model, that it depends on. One number of 64 bits, so that it passes
/// between threads whole; parts of one are kept in thousandths, as finely as percents are shown. The default value asks for no line.
/// </summary>
/// <remarks>A value; any thread. Does not allocate, block or throw: what lies outside its range counts as the nearest in it.</remarks>
public readonly record struct MelodyRequest
{
    /// <summary>The least temperature.</summary>
    public const double MinTemperature = 0.1;

    /// <summary>The highest temperature.</summary>
    public const double MaxTemperature = 2;

    /// <summary>How many octaves a line can be moved either way.</summary>
    public const int MaxOctaves = 3;

    /// <summary>The highest seed; the least is 0.</summary>
    public const int MaxSeed = 1023;

    private const int Thousand = 1000;

    // Where each part begins, by the widths of those before it: 1, 1, 4, 4, 4, 3, 10, 11, 10 and 10 bits.
    private const int RoleAt = 1, InstrumentAt = 2, TonicAt = 6, ScaleAt = 10, OctavesAt = 14, DensityAt = 17, TemperatureAt = 27;
    private const int FollowAt = 38, SeedAt = 48;

    private readonly long _bits;

    private MelodyRequest(long bits) => _bits = bits;

    /// <summary>Asks for a line.</summary>
    /// <param name="role">Bass or lead.</param>
    /// <param name="instrument">A family of General MIDI, as in <see cref="MelodyConditioning"/>.</param>
    /// <param name="tonic">0 for C to 11 for B.</param>
    /// <param name="scale">What its notes keep to.</param>
    /// <param name="octaves">-3 to 3: how far it is moved from its role's own register.</param>
    /// <param name="density">0 to 1: how many notes, as <see cref="OnsetBias"/> says; a half for the model's own.</param>
    /// <param name="temperature">0.1 to 2: how varied it is; 1 for the model's own.</param>
    /// <param name="follow">0 to 1: how closely it follows the bass drum, as <see cref="OnsetBias"/> says.</param>
    /// <param name="seed">0 to 1023: another one gives another line.</param>
    public MelodyRequest(
        MelodyRole role, int instrument, int tonic, MelodyScale scale, int octaves, double density, double temperature, double follow, int seed)
        : this(1
            | Part((int)role, (int)MelodyRole.Bass, RoleAt)
            | Part(instrument, MelodyConditioning.InstrumentCount - 1, InstrumentAt)
            | Part(tonic, 11, TonicAt)
            | Part((int)scale, (int)MelodyScale.Chromatic, ScaleAt)
            | Part(octaves + MaxOctaves, 2 * MaxOctaves, OctavesAt)
            | Part(Thousandths(density), Thousand, DensityAt)
            | Part(Thousandths(Math.Max(temperature, MinTemperature)), (int)(MaxTemperature * Thousand), TemperatureAt)
            | Part(Thousandths(follow), Thousand, FollowAt)
            | Part(seed, MaxSeed, SeedAt))
    {
    }

    /// <summary>Whether a line is asked for at all.</summary>
    public bool IsThere => _bits != 0;

    /// <summary>Bass or lead.</summary>
    public MelodyRole Role => (MelodyRole)At(RoleAt, 1);

    /// <summary>The scale.</summary>
    public MelodyScale Scale => (MelodyScale)At(ScaleAt, 4);

    /// <summary>How far the line is moved, in octaves.</summary>
    public int Octaves => At(OctavesAt, 3) - MaxOctaves;

    /// <summary>How many notes, 0 to 1.</summary>
    public double Density => At(DensityAt, 10) / (double)Thousand;

    /// <summary>How varied it is.</summary>
    public double Temperature => At(TemperatureAt, 11) / (double)Thousand;

    /// <summary>How closely it follows the bass drum, 0 to 1.</summary>
    public double Follow => At(FollowAt, 10) / (double)Thousand;

    /// <summary>What it is drawn by.</summary>
    public int Seed => At(SeedAt, 10);

    /// <summary>
    /// What a model is told. The register is the role's own: the tonic above which a line lies is E1 (28) to Eb2 (39) for a bass, as on the
    /// lowest string of the bass guitar, and C4 (60) to B4 (71) for a lead. <see cref="Octaves"/> moves what the model then says.
    /// </summary>
    public MelodyConditioning Setting
    {
        get
        {
            int tonic = At(TonicAt, 4);
            int octave = Role == MelodyRole.Lead ? 4 : tonic >= 4 ? 1 : 2;
            return new MelodyConditioning(Role, At(InstrumentAt, 4), new MusicalKey(tonic, ScaleDegrees.ModeOf(Scale)), octave);
        }
    }

    /// <summary>The wish as a number, for a store that is atomic.</summary>
    public long ToBits() => _bits;

    /// <summary>The wish of a number.</summary>
    /// <param name="bits">From <see cref="ToBits"/>.</param>
    public static MelodyRequest FromBits(long bits) => new(bits);

    private static int Thousandths(double value) => value >= 0 ? (int)Math.Round(Math.Min(value, MaxTemperature) * Thousand) : 0;

    private static long Part(int value, int highest, int at) => (long)Math.Clamp(value, 0, highest) << at;

    private int At(int place, int width) => (int)(_bits >> place) & ((1 << width) - 1);
}
