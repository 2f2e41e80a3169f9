using DrumSpace.Music;

namespace DrumSpace.Engine.Slots;

/// <summary>A stored point of the latent space, with the voices that are pinned there and a seed.</summary>
/// <remarks>One thread at a time; nothing but the constructor allocates.</remarks>
public sealed class PatternSlot
{
    /// <summary>Whether anything is stored; an empty slot plays as if none were chosen.</summary>
    public bool IsFilled { get; set; }

    /// <summary>The point, as knob positions, 0 to 1.</summary>
    public Knobs Knobs { get; set; }

    /// <summary>The seed of variation and chances.</summary>
    public int Seed { get; set; }

    /// <summary>The pinned voices and their rows.</summary>
    public PinnedRows Pins { get; } = new();

    /// <summary>Becomes a copy of another slot.</summary>
    public void CopyFrom(PatternSlot other)
    {
        IsFilled = other.IsFilled;
        Knobs = other.Knobs;
        Seed = other.Seed;
        Pins.CopyFrom(other.Pins);
    }
}
