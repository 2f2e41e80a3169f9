namespace DrumSpace.Engine.Memory;

/// <summary>All that an engine remembers of beats: eight slots, and the rows of the voices that are locked now.</summary>
/// <remarks>One thread at a time; nothing but the constructor allocates.</remarks>
public sealed class PatternSlots
{
    /// <summary>The number of slots.</summary>
    public const int SlotCount = 8;

    /// <summary>The slots. An array, because the first call through an interface may take a lock under Native AOT.</summary>
    public PatternSlot[] Slots { get; } = [.. Enumerable.Range(0, SlotCount).Select(_ => new PatternSlot())];

    /// <summary>The voices that are locked whatever slot plays, and their rows.</summary>
    public PinnedRows Locks { get; } = new();

    /// <summary>Becomes a copy of another memory.</summary>
    public void CopyFrom(PatternSlots other)
    {
        Locks.CopyFrom(other.Locks);
        for (int slot = 0; slot < SlotCount; slot++)
        {
            Slots[slot].CopyFrom(other.Slots[slot]);
        }
    }
}
