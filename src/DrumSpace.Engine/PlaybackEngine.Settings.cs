using DrumSpace.Music;

namespace DrumSpace.Engine;

public sealed partial class PlaybackEngine
{
    private int _channel = 10;
    private double _gate = 0.5;
    private float _kitLevel = 0.8f;
    private readonly float[] _chances = [.. Enumerable.Repeat(1f, Pattern.VoiceCount)];
    private int _mutedVoices;
    private int _soloVoices;
    private int _lockedVoices;
    private double _swing = 0.5;
    private double _variation;

    /// <summary>The MIDI channel of the drums, 1 to 16; General MIDI's 10 unless set.</summary>
    public int Channel
    {
        get => _channel;
        set => _channel = Math.Clamp(value, 1, 16);
    }

    /// <summary>How long a note lasts, as a part of its step: 0.05 to 1; a half unless set.</summary>
    public double Gate
    {
        get => _gate;
        set => _gate = value is >= 0.05 and <= 1 ? value : value > 1 ? 1 : 0.05;
    }

    /// <summary>When a newly decoded beat takes over; a beat also does while the song stands still.</summary>
    public PatternSwitch Quantization { get; set; } = PatternSwitch.Step;

    /// <summary>
    /// How many hits are played, 0 to 1: it moves the model's thresholds without a new decode, by up to 3 in the logit either way. At a half,
    /// unless set, they are the model's own; what is hit at one density is also hit at every higher one.
    /// </summary>
    public double Density
    {
        get => _rules.Density;
        set => _rules.Density = Limit(value);
    }

    /// <summary>
    /// How far the beat strays from the model's own by the seed, 0 to 1: see <see cref="PatternVariation"/>. Every pass of the pattern
    /// plays the same; a voice that is locked keeps the row that was heard, whatever comes after. 0 unless set.
    /// </summary>
    public double Variation
    {
        get => _variation;
        set => _variation = Limit(value);
    }

    /// <summary>
    /// How much the fill thickens snare and toms, 0 to 1: it lowers their thresholds the more the nearer the fill is to its end, by
    /// <see cref="HitThreshold.FillReach"/> in the logit at the last step of a full one. 0 unless set.
    /// </summary>
    public double Fill
    {
        get => _rules.Fill;
        set => _rules.Fill = Limit(value);
    }

    /// <summary>Where the fill is; the end of the pattern unless set.</summary>
    public FillInterval FillInterval { get; set; }

    /// <summary>
    /// The part of each pair of steps that the first of them takes, 0.5 to 0.75: it delays every second step. A half, straight, unless set;
    /// two thirds are a triplet's swing.
    /// </summary>
    public double Swing
    {
        get => _swing;
        set => _swing = value is >= 0.5 and <= 0.75 ? value : value > 0.75 ? 0.75 : 0.5;
    }

    /// <summary>The velocity of the softest hit, 1 to 127; 56 unless set.</summary>
    public int LowVelocity
    {
        get => _rules.LowVelocity;
        set => _rules.LowVelocity = Math.Clamp(value, 1, 127);
    }

    /// <summary>The velocity of the loudest hit, 1 to 127; 120 unless set. Below <see cref="LowVelocity"/>, accents are the softer ones.</summary>
    public int HighVelocity
    {
        get => _rules.HighVelocity;
        set => _rules.HighVelocity = Math.Clamp(value, 1, 127);
    }

    /// <summary>Steps of the pattern that are played before it begins anew, 1 to 32; 32 unless set.</summary>
    public int PatternLength
    {
        get => _grid.Length;
        set => _grid.Length = Math.Clamp(value, 1, Pattern.StepCount);
    }

    /// <summary>The step of the pattern that is played first, 0 to 31; after its last step comes its first. 0 unless set.</summary>
    public int PatternStart
    {
        get => _grid.Start;
        set => _grid.Start = Math.Clamp(value, 0, Pattern.StepCount - 1);
    }

    /// <summary>How fast the pattern runs.</summary>
    public PatternSpeed Rate { get; set; } = PatternSpeed.Normal;

    /// <summary>What the lots of <see cref="SetChance"/> and <see cref="Variation"/> are drawn from: another seed, other lots.</summary>
    public int Seed { get; set; }

    /// <summary>If any, the only voices that are played: bit v set for <see cref="Voice"/> v. A muted voice stays muted.</summary>
    public int SoloVoices
    {
        get => _soloVoices;
        set => _soloVoices = value & Pattern.AllVoices;
    }

    /// <summary>
    /// The voices that keep their rows from the beat that plays when they are first seen here, whatever is decoded: bit v set for
    /// <see cref="Voice"/> v.
    /// </summary>
    public int LockedVoices
    {
        get => _lockedVoices;
        set => _lockedVoices = value & Pattern.AllVoices;
    }

    /// <summary>The voices that are not played: bit v set for <see cref="Voice"/> v. None unless set.</summary>
    public int MutedVoices
    {
        get => _mutedVoices;
        set => _mutedVoices = value & Pattern.AllVoices;
    }

    /// <summary>Whether the engine is silent while it keeps following the song.</summary>
    public bool Bypassed { get; set; }

    /// <summary>Whether the built-in kit sounds. It does unless switched off; the notes are the same either way.</summary>
    public bool KitEnabled { get; set; } = true;

    /// <summary>The level of the built-in kit, 0 to 1 (linear gain); changes are smoothed.</summary>
    public float KitLevel
    {
        get => _kitLevel;
        set => _kitLevel = value is >= 0 and <= 1 ? value : value > 1 ? 1 : 0;
    }

    private int SilentVoices => MutedVoices | (SoloVoices == 0 ? 0 : Pattern.AllVoices & ~SoloVoices);

    /// <summary>Sets how likely each hit of a voice is played; 1 unless set. The same place in the song always draws the same lot.</summary>
    /// <param name="voice">The voice.</param>
    /// <param name="chance">0 never to 1 always.</param>
    /// <exception cref="IndexOutOfRangeException">Not one of the fourteen voices.</exception>
    public void SetChance(Voice voice, float chance) => _chances[(int)voice] = (float)Limit(chance);

    private static double Limit(double value) => value is >= 0 and <= 1 ? value : value > 1 ? 1 : 0;
}
