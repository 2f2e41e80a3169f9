using DrumSpace.Music;

namespace DrumSpace.Engine.Memory;

/// <summary>
/// Knows which slot of the memory plays, which one follows, and at which point of the space of beats the song therefore is. Slots change
/// at bars. In a chain, slot and point follow from the place in the song alone; a slot that is chosen by hand waits for the next bar.
/// Number 0 is no slot: the knobs themselves; 1 to 8 are the slots. An empty slot plays the knobs.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class SlotPlayer(PatternSlots memory)
{
    private Glide _glide = new();

    /// <summary>The slots that follow each other while <see cref="IsChained"/>.</summary>
    public SlotChain Chain { get; } = new();

    /// <summary>Whether the place in the song chooses the slot.</summary>
    public bool IsChained { get; set; }

    /// <summary>The slot chosen by hand, 0 to 8.</summary>
    public int Chosen { get; set; }

    /// <summary>Where the knobs stand.</summary>
    public Knobs Knobs { get; set; }

    /// <summary>Quarters that it takes to reach a new point.</summary>
    public double MorphQuarters
    {
        get => _glide.Quarters;
        set => _glide.Quarters = value;
    }

    /// <summary>The slot that plays, 0 to 8.</summary>
    public int Playing { get; private set; }

    /// <summary>The slot that is stored at what plays; null when the knobs play.</summary>
    public PatternSlot? PlayingSlot => Playing > 0 ? memory.Slots[Playing - 1] : null;

    /// <summary>The slot of a bar, 0 to 8.</summary>
    /// <param name="bar">The bar of the song, 0 for the first.</param>
    public int SlotOf(long bar)
    {
        int slot = IsChained && Chain.HasBars ? Chain.At(bar, out _) + 1 : Chosen;
        return slot > 0 && memory.Slots[slot - 1].IsFilled ? slot : 0;
    }

    /// <summary>The point of a slot.</summary>
    /// <param name="slot">0 to 8.</param>
    public Knobs PointOf(int slot) => slot > 0 ? memory.Slots[slot - 1].Knobs : Knobs;

    /// <summary>Is at once where the song is, because it stands still or jumped there.</summary>
    /// <param name="bar">The bar of the song.</param>
    /// <param name="start">The position, in quarters, at which the bar began.</param>
    /// <param name="barQuarters">Quarters a bar.</param>
    public void JumpTo(long bar, double start, double barQuarters)
    {
        Playing = SlotOf(bar);
        _glide.StandAt(PointOf(Playing));
        RunChain(bar, start, barQuarters);
    }

    /// <summary>Enters a bar.</summary>
    /// <param name="bar">The bar of the song.</param>
    /// <param name="start">The position, in quarters, at which it begins.</param>
    /// <param name="barQuarters">Quarters a bar.</param>
    /// <returns>Whether another slot plays now.</returns>
    public bool Enter(long bar, double start, double barQuarters)
    {
        int slot = SlotOf(bar);
        if (slot == Playing)
        {
            return false;
        }

        Playing = slot;
        _glide.HeadFor(PointOf(slot), start);
        RunChain(bar, start, barQuarters);
        return true;
    }

    /// <summary>Goes back to the start of the host's loop.</summary>
    /// <param name="quarters">How far.</param>
    public void Wrap(double quarters) => _glide.Move(-quarters);

    /// <summary>The point at a position of the song, in quarters.</summary>
    public Knobs PointAt(double position)
    {
        _glide.HeadFor(PointOf(Playing), position);
        return _glide.At(position);
    }

    // In a chain the way to a slot begins at the one before it, when its turn began, wherever the song came from.
    private void RunChain(long bar, double start, double barQuarters)
    {
        if (!IsChained || !Chain.HasBars)
        {
            return;
        }

        Chain.At(bar, out long first);
        Knobs point = PointOf(Playing);
        if (first > 0)
        {
            _glide.Run(PointOf(SlotOf(first - 1)), point, start - (bar - first) * barQuarters);
        }
        else
        {
            _glide.StandAt(point);
        }
    }
}
