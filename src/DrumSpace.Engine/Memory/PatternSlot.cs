using DrumSpace.Music;

namespace DrumSpace.Engine.Memory;

/// <summary>A place of the beat memory: a point in the space of beats, the voices that are locked there, and a seed.</summary>
/// <remarks>One thread at a time; nothing but the constructor allocates.</remarks>
public sealed class PatternSlot
{
    /// <summary>Whether anything is stored; an empty slot plays as if none were chosen.</summary>
    public bool IsFilled { get; set; }

    /// <summary>The point, as knob positions, 0 to 1.</summary>
    public Knobs Knobs { get; set; }

    /// <summary>The seed of the voices' chances.</summary>
    public int Seed { get; set; }

    /// <summary>The locked voices and their rows.</summary>
    public PinnedRows Locks { get; } = new();

    /// <summary>Becomes a copy of another slot.</summary>
    public void CopyFrom(PatternSlot other)
    {
        IsFilled = other.IsFilled;
        Knobs = other.Knobs;
        Seed = other.Seed;
        Locks.CopyFrom(other.Locks);
    }
}
