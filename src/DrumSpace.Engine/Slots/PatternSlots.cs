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

    /// <summary>The request that an engine makes of a slot with these settings, once its pins have followed them. Allocates.</summary>
    /// <param name="number">A filled slot, 1 to 8; 0 for the knobs.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="tempo">The song's tempo, in quarters a minute.</param>
    /// <returns>Without an id.</returns>
    public PatternRequest RequestOf(int number, in EngineSettings settings, double tempo = GrooveTempo.Default)
    {
        PatternSlot? slot = number > 0 ? Slots[number - 1] : null;
        PatternRequest request = new()
        {
            Slot = number,
            Model = settings.Model,
            Knobs = slot?.Knobs ?? settings.Knobs,
            Variation = settings.VariationOf(slot?.Seed ?? settings.Seed),
            Take = settings.TakeOf(slot?.Seed ?? settings.Seed),
            Tempo = settings.TempoOf(tempo),
            Melody = settings.Melody,
        };
        request.Pins.Pin(settings.PinnedVoices, Pins);
        if (slot != null)
        {
            request.Pins.Pin(~request.Pins.Voices, slot.Pins);
        }

        return request;
    }

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
