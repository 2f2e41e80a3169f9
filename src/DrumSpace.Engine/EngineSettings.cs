using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine;

/// <summary>
/// How an engine plays: all settings as one value, made anew when anything moved. Values keep to the ranges that are told.
/// </summary>
public readonly struct EngineSettings
{
    /// <summary>Makes the default settings.</summary>
    public EngineSettings()
    {
    }

    /// <summary>The knobs' positions, 0 to 1.</summary>
    public Knobs Knobs { get; init; }

    /// <summary>The index of the model.</summary>
    public int Model { get; init; }

    /// <summary>How far the pattern varies by the seed, 0 to 1: see <see cref="PatternVariation"/>.</summary>
    public double Variation { get; init; }

    /// <summary>The seed of <see cref="Variation"/>, <see cref="Looseness"/> and <see cref="Chances"/>.</summary>
    public int Seed { get; init; }

    /// <summary>The voices that keep the rows that play when they are first seen here: bit v set for <see cref="Voice"/> v.</summary>
    public int PinnedVoices { get; init; }

    /// <summary>The slot chosen by hand: 1 to 8, or 0 for the knobs. It begins at the next bar, at once while the song stands.</summary>
    public int Slot { get; init; }

    /// <summary>Whether the position in the song chooses the slot, by <see cref="ChainBars"/>; an empty chain does not.</summary>
    public bool IsChained { get; init; }

    /// <summary>How long each slot lasts in the chain.</summary>
    public ChainBars ChainBars { get; init; }

    /// <summary>How the song's path plays in place of the knobs, where it has one and no slot plays.</summary>
    public PathSettings Path { get; init; }

    /// <summary>Quarters that it takes to reach another slot's point, 0 to 64.</summary>
    public double MorphQuarters { get; init; }

    /// <summary>When a new pattern takes over. While the song stands still it does so at once.</summary>
    public PatternSwitch Switch { get; init; } = PatternSwitch.Step;

    /// <summary>
    /// How many hits are played, 0 to 1: it moves the thresholds by up to <see cref="HitThreshold.DensityReach"/> in the logit either way.
    /// At a half they are the model's own.
    /// </summary>
    public double Density { get; init; } = 0.5;

    /// <summary>
    /// How much of a bar the pattern's learnt fill takes, from its end: 0 for none, 1 for all of it. Where the pattern has none, how much a
    /// fill thickens snare and toms: it lowers their thresholds towards the end of the fill, in full by <see cref="HitThreshold.FillReach"/>
    /// in the logit.
    /// </summary>
    public double Fill { get; init; }

    /// <summary>Where fills are.</summary>
    public FillInterval FillInterval { get; init; }

    /// <summary>
    /// Whether a fill is played now: from the next step to the end of its bar, and as long as this is on. It gets as dense or long as
    /// <see cref="Fill"/>, or full where that is 0.
    /// </summary>
    public bool FillNow { get; init; }

    /// <summary>
    /// The part of each pair of steps that the first of them takes, 0.5 to 0.75: it delays every second step. Two thirds are a triplet
    /// swing.
    /// </summary>
    public double Swing { get; init; } = 0.5;

    /// <summary>How far velocities go from the rule's to the learnt drummer's, 0 to 1.</summary>
    public double GrooveVelocity { get; init; }

    /// <summary>The part of the learnt offset, 0 to 1, by which hits leave their steps, on top of the swing.</summary>
    public double GrooveTiming { get; init; }

    /// <summary>How loosely the learnt drummer plays, 0 to 1: see <see cref="GrooveTake"/>. The seed chooses the take.</summary>
    public double Looseness { get; init; }

    /// <summary>The velocity of the softest hit, 1 to 127.</summary>
    public int LowVelocity { get; init; } = HitVelocity.Softest;

    /// <summary>The velocity of the loudest hit, 1 to 127. Below <see cref="LowVelocity"/>, accents are the softer ones.</summary>
    public int HighVelocity { get; init; } = HitVelocity.Loudest;

    /// <summary>Steps of the pattern that are played before it begins anew, 1 to 32.</summary>
    public int PatternLength { get; init; } = Pattern.StepCount;

    /// <summary>The step of the pattern that is played first, 0 to 31; after its last step comes its first.</summary>
    public int PatternStart { get; init; }

    /// <summary>How fast the pattern runs.</summary>
    public PatternSpeed Speed { get; init; } = PatternSpeed.Normal;

    /// <summary>How likely each hit of a voice is played, 0 to 1. The same position in the song always decides alike.</summary>
    public PerVoice Chances { get; init; } = PerVoice.All(1);

    /// <summary>The voices that are not played: bit v set for <see cref="Voice"/> v.</summary>
    public int MutedVoices { get; init; }

    /// <summary>If any, the only voices that are played. A muted voice stays muted.</summary>
    public int SoloVoices { get; init; }

    /// <summary>The MIDI channel, 1 to 16, of the drums that have none of their own in the kit map; General MIDI's is 10.</summary>
    public int Channel { get; init; } = 10;

    /// <summary>How long a drum's note lasts, as a part of its step: above 0, to 1.</summary>
    public double Gate { get; init; } = 0.5;

    /// <summary>
    /// The note and channel of each voice. Notes that sound when it changes end at the pitches and on the channels at which they began.
    /// </summary>
    public KitMap KitMap { get; init; } = KitMap.GeneralMidi;

    /// <summary>The level of the built-in kit, 0 to 1 (linear gain); changes are smoothed. The notes are the same at any level.</summary>
    public float KitLevel { get; init; } = 0.8f;

    /// <summary>The melody; disabled by default. When it is switched off, what sounds ends at once.</summary>
    public MelodyRequest Melody { get; init; }

    /// <summary>The MIDI channel of the melody, 1 to 16. What sounds ends on the channel on which it began.</summary>
    public int MelodyChannel { get; init; } = 1;

    /// <summary>How long a note of the melody lasts, as a part of its length in the phrase: 0.05 to 1.</summary>
    public double MelodyGate { get; init; } = 0.9;

    /// <summary>The level of the melody's built-in synthesizer, 0 to 1 (linear gain); changes are smoothed.</summary>
    public float MelodyLevel { get; init; } = 0.5f;

    /// <summary>The voices that are silent: bit v set for <see cref="Voice"/> v.</summary>
    public int SilentVoices => MutedVoices | (SoloVoices == 0 ? 0 : Pattern.AllVoices & ~SoloVoices);

    private bool HasGroove => GrooveVelocity > 0 || GrooveTiming > 0;

    /// <summary>
    /// The variation of a seed. Without an amount all seeds are one, and requesting another would decode the same pattern again.
    /// </summary>
    internal PatternVariation VariationOf(int seed) => Variation > 0 ? new PatternVariation(Variation, seed) : default;

    /// <summary>The take of a seed; without a groove or an amount all seeds are one.</summary>
    internal GrooveTake TakeOf(int seed) => HasGroove && Looseness > 0 ? new GrooveTake(Looseness, seed) : default;

    /// <summary>The tempo of a request; without a groove it does not matter, and a ramp must not decode the same pattern again.</summary>
    internal int TempoOf(double quartersPerMinute) => HasGroove ? GrooveTempo.Round(quartersPerMinute) : GrooveTempo.Default;
}
