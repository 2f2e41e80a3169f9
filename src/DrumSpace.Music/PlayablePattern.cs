using DrumSpace.Music.Melody;

namespace DrumSpace.Music;

/// <summary>
/// All that an engine needs to play a pattern: the service's reply to a <see cref="PatternRequest"/>. Variation and pinned rows are applied
/// already; density, fills, chances, mutes and swing are the engine's. Made once and written over again.
/// </summary>
public sealed class PlayablePattern
{
    /// <summary>The <see cref="PatternRequest.Id"/> that this answers; 0 before the first reply.</summary>
    public long RequestId { get; set; }

    /// <summary>The slot for which the pattern was requested, 1 to 8; 0 for the knobs.</summary>
    public int Slot { get; set; }

    /// <summary>Probabilities, thresholds and hits of all voices.</summary>
    public DecodedPattern Decoded { get; } = new();

    /// <summary>
    /// The voices whose <see cref="Velocities"/> and <see cref="Offsets"/> are known: bit v set for <see cref="Voice"/> v.
    /// </summary>
    public int GrooveVoices { get; set; }

    /// <summary>
    /// How hard a drummer would hit each cell, 0 to 1 (MIDI's 127); cell = step * 14 + voice. Cells without a hit have one too: density and
    /// fills may add hits.
    /// </summary>
    public float[] Velocities { get; } = new float[Pattern.CellCount];

    /// <summary>How far from its step a drummer would play each cell, in steps: -0.5 (early) to 0.5 (late).</summary>
    public float[] Offsets { get; } = new float[Pattern.CellCount];

    /// <summary>The learnt fill of the pattern; of an earlier one while this is not whole.</summary>
    public PatternFill Fill { get; } = new();

    /// <summary>
    /// Whether <see cref="Fill"/> and <see cref="Melody"/> are the request's. It is first answered without them, because they take longer.
    /// </summary>
    public bool IsWhole { get; set; }

    /// <summary>The melody that follows the pattern; silent where none was requested.</summary>
    public MelodyPhrase Melody { get; set; }

    /// <summary>Whether another reply says more: it answers a later request, or the same one as a whole.</summary>
    public bool IsOlderThan(PlayablePattern other) =>
        other.RequestId > RequestId || (other.RequestId == RequestId && other.IsWhole && !IsWhole);

    /// <summary>Becomes a copy of another pattern. No allocation.</summary>
    public void CopyFrom(PlayablePattern other)
    {
        RequestId = other.RequestId;
        Slot = other.Slot;
        Decoded.CopyFrom(other.Decoded);
        GrooveVoices = other.GrooveVoices;
        other.Velocities.CopyTo(Velocities, 0);
        other.Offsets.CopyTo(Offsets, 0);
        Fill.CopyFrom(other.Fill);
        IsWhole = other.IsWhole;
        Melody = other.Melody;
    }
}
