using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Slots;

/// <summary>The slots and pins that the audio thread owns, which other threads save and load.</summary>
/// <remarks>
/// <see cref="Save"/>, <see cref="Load"/> and <see cref="LoadPins"/>: any thread but the audio thread, one at a time. The rest: audio
/// thread; wait-free, no allocation.
/// </remarks>
internal sealed class SlotMemory
{
    private readonly SeqLock<PatternSlots> _slots = new(new PatternSlots(), static (from, to) => to.CopyFrom(from));
    private PatternSlots? _loaded;
    private PinnedRows? _loadedPins;

    /// <summary>Changes with every change of slots or pins.</summary>
    public int Revision { get; private set; }

    /// <summary>The voices that are pinned whatever slot plays.</summary>
    public PinnedRows Pins => _slots.Owned.Pins;

    /// <summary>A slot.</summary>
    /// <param name="number">1 to 8.</param>
    public PatternSlot this[int number] => _slots.Owned.Slots[number - 1];

    /// <summary>Stores a point, with the voices that are pinned while a slot plays.</summary>
    /// <param name="number">Where to, 1 to 8.</param>
    /// <param name="knobs">The point.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="playing">The slot that plays, 0 to 8.</param>
    public void Store(int number, in Knobs knobs, int seed, int playing)
    {
        PatternSlot slot = this[number];
        _slots.BeginWrite();
        slot.IsFilled = true;
        slot.Knobs = knobs;
        slot.Seed = seed;
        if (playing != number)
        {
            slot.Pins.CopyFrom(Pins);
            AddPins(playing, slot.Pins);
        }
        else
        {
            slot.Pins.Pin(Pins.Voices, Pins);
        }

        _slots.EndWrite();
        Revision++;
    }

    /// <summary>Pins voices to the rows that play, and releases others.</summary>
    /// <param name="fresh">The voices to pin.</param>
    /// <param name="released">The voices to release.</param>
    /// <param name="playing">The pattern that plays.</param>
    public void ChangePins(int fresh, int released, PlayablePattern playing)
    {
        _slots.BeginWrite();
        Pins.Release(released);
        Pins.Pin(fresh, playing);
        _slots.EndWrite();
        Revision++;
    }

    /// <summary>Adds the pins of a slot to voices that are not pinned otherwise.</summary>
    /// <param name="number">0 to 8; 0 adds none.</param>
    /// <param name="pins">What they are added to.</param>
    public void AddPins(int number, PinnedRows pins)
    {
        if (number > 0)
        {
            pins.Pin(~pins.Voices, this[number].Pins);
        }
    }

    /// <summary>Takes over what was loaded, if anything was.</summary>
    /// <returns>Whether other slots were.</returns>
    public bool TakeLoaded()
    {
        PatternSlots? loaded = Volatile.Read(ref _loaded);
        if (loaded != null)
        {
            _slots.BeginWrite();
            _slots.Owned.CopyFrom(loaded);
            _slots.EndWrite();
            Revision++;

            // Only now: until here a reader finds the loaded slots.
            Interlocked.CompareExchange(ref _loaded, null, loaded);
        }

        if (Volatile.Read(ref _loadedPins) != null && Interlocked.Exchange(ref _loadedPins, null) is { } pins)
        {
            _slots.BeginWrite();
            Pins.Pin(pins.Voices, pins);
            _slots.EndWrite();
            Revision++;
        }

        return loaded != null;
    }

    /// <summary>Gives the owner rows to pin, which must not be changed any more; those given before and not yet pinned stay.</summary>
    public void LoadPins(PinnedRows pins)
    {
        if (Volatile.Read(ref _loadedPins) is { } before)
        {
            PinnedRows all = new();
            all.CopyFrom(before);
            all.Pin(pins.Voices, pins);
            pins = all;
        }

        Volatile.Write(ref _loadedPins, pins);
    }

    /// <summary>Gives the owner other slots, which must not be changed any more.</summary>
    public void Load(PatternSlots slots)
    {
        Volatile.Write(ref _loadedPins, null);
        Volatile.Write(ref _loaded, slots);
    }

    /// <summary>Copies the slots, with what was loaded and not yet taken over.</summary>
    public void Save(PatternSlots into)
    {
        // In this order: when the owner has taken over what was loaded, it has also finished writing it.
        PinnedRows? pins = Volatile.Read(ref _loadedPins);
        if (Volatile.Read(ref _loaded) is { } loaded)
        {
            into.CopyFrom(loaded);
        }
        else
        {
            _slots.Read(into);
        }

        if (pins != null)
        {
            into.Pins.Pin(pins.Voices, pins);
        }
    }
}
