using DrumSpace.Music.Melody;

namespace DrumSpace.Music;

/// <summary>
/// What the engine asks of the model service: everything that decides a <see cref="PlayablePattern"/>. Made once and written over again.
/// </summary>
public sealed class PatternRequest
{
    /// <summary>Counts up by one with each request; 0 before the first.</summary>
    public long Id { get; set; }

    /// <summary>The slot for which the pattern is requested, 1 to 8; 0 for the knobs. It changes nothing of the pattern.</summary>
    public int Slot { get; set; }

    /// <summary>The index of the model.</summary>
    public int Model { get; set; }

    /// <summary>The knobs' positions, 0 to 1.</summary>
    public Knobs Knobs { get; set; }

    /// <summary>How the pattern is varied; the default value for none.</summary>
    public PatternVariation Variation { get; set; }

    /// <summary>How loosely the groove is played, and in which take; the default value for the median performance.</summary>
    public GrooveTake Take { get; set; }

    /// <summary>The tempo for which the groove is played, by <see cref="GrooveTempo.Round"/>; 0 counts as 120.</summary>
    public int Tempo { get; set; }

    /// <summary>The melody that is to follow the pattern; the default value for none.</summary>
    public MelodyRequest Melody { get; set; }

    /// <summary>The rows that replace the model's own.</summary>
    public PinnedRows Pins { get; } = new();

    /// <summary>
    /// Whether another request asks for the same reply: whether all but the id, the slot and the tempo is equal. What a song was saved with
    /// stands for every tempo, so that a song opens as it sounded before the host has told its tempo.
    /// </summary>
    public bool AsksTheSame(PatternRequest other)
    {
        Knobs knobs = Knobs, others = other.Knobs;
        return ((ReadOnlySpan<float>)knobs).SequenceEqual(others) && Model == other.Model && Variation == other.Variation
            && Take == other.Take && Melody == other.Melody && Pins.IsSameAs(other.Pins);
    }

    /// <summary>Becomes a copy of another request. No allocation.</summary>
    public void CopyFrom(PatternRequest other)
    {
        Id = other.Id;
        Slot = other.Slot;
        Model = other.Model;
        Knobs = other.Knobs;
        Variation = other.Variation;
        Take = other.Take;
        Tempo = other.Tempo;
        Melody = other.Melody;
        Pins.CopyFrom(other.Pins);
    }
}
