namespace DrumSpace.Music;

/// <summary>
/// A decoded beat: what the model says of a latent point. Made once and written over again, never resized, so that a beat can pass
/// between threads through a <see cref="PatternExchange"/> without an allocation.
/// </summary>
public sealed class DecodedPattern
{
    /// <summary>The probability of a hit per cell, 0 to 1; cell = step * 14 + voice.</summary>
    public float[] Probabilities { get; } = new float[Pattern.CellCount];

    /// <summary>The model's own threshold per voice, above 0 and below 1: a cell whose probability reaches it is a hit. A half before the first decode.</summary>
    public float[] Thresholds { get; } = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)];

    /// <summary>The hits at the model's own thresholds.</summary>
    public Pattern Pattern { get; set; }

    /// <summary>Whether a <see cref="PatternVariation"/>, of whatever amount, is in the probabilities already: the model has learnt to vary.</summary>
    public bool IsVaried { get; set; }

    /// <summary>Whether <see cref="Velocities"/> and <see cref="Offsets"/> say anything: the model has learnt how drummers play.</summary>
    public bool HasGroove { get; set; }

    /// <summary>
    /// How hard a drummer would hit each cell, 0 to 1 (MIDI's 127); cell = step * 14 + voice. Of cells without a hit too: how they would be
    /// played if they were hit as well. Nothing without a groove.
    /// </summary>
    public float[] Velocities { get; } = new float[Pattern.CellCount];

    /// <summary>How far from its step a drummer would play each cell, in steps: -0.5 (early) to 0.5 (late). Nothing without a groove.</summary>
    public float[] Offsets { get; } = new float[Pattern.CellCount];

    /// <summary>The point that was decoded.</summary>
    public Latent Latent { get; set; }

    /// <summary>Counts up by one with each decode of its source; 0 before the first.</summary>
    public long Serial { get; set; }
}
