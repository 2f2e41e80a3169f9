namespace DrumSpace.Engine.Memory;

/// <summary>Slots that follow each other through the song, each for some bars, and again from the first.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class SlotChain
{
    private readonly int[] _bars = new int[PatternSlots.SlotCount];
    private int _total;

    /// <summary>Whether any slot has a part.</summary>
    public bool HasBars => _total > 0;

    /// <summary>Sets how many bars a slot lasts.</summary>
    /// <param name="slot">0 to 7.</param>
    /// <param name="bars">0 leaves it out.</param>
    public void Set(int slot, int bars)
    {
        _total += bars - _bars[slot];
        _bars[slot] = bars;
    }

    /// <summary>The slot of a bar; the chain must have bars.</summary>
    /// <param name="bar">The bar of the song, 0 for the first.</param>
    /// <param name="first">The bar at which the slot's turn began.</param>
    /// <returns>0 to 7.</returns>
    public int At(long bar, out long first)
    {
        int rest = (int)(((bar % _total) + _total) % _total);
        int slot = 0;
        first = bar - rest;
        while (rest >= _bars[slot])
        {
            rest -= _bars[slot];
            first += _bars[slot];
            slot++;
        }

        return slot;
    }
}
