using DrumSpace.Music;

namespace DrumSpace.Engine.Slots;

/// <summary>The eight slots, and the rows of the voices that are pinned whatever slot plays.</summary>
/// <remarks>One thread at a time; nothing but the constructor allocates.</remarks>
public sealed class PatternSlots
{
    /// <summary>The number of slots.</summary>
    public const int Count = 8;

    /// <summary>The slots. An array, because the first call through an interface may take a lock under Native AOT.</summary>
    public PatternSlot[] Slots { get; } = [.. Enumerable.Range(0, Count).Select(_ => new PatternSlot())];

    /// <summary>The voices that are pinned whatever slot plays, and their rows.</summary>
    public PinnedRows Pins { get; } = new();

    /// <summary>Becomes a copy of other slots.</summary>
    public void CopyFrom(PatternSlots other)
    {
        Pins.CopyFrom(other.Pins);
        for (int index = 0; index < Count; index++)
        {
            Slots[index].CopyFrom(other.Slots[index]);
        }
    }
}
