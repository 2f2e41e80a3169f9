using System.Runtime.CompilerServices;

namespace DrumSpace.Engine.Slots;

/// <summary>
/// How many bars each of the eight slots lasts in the chain, 0 to 16; 0 leaves a slot out. A value; nothing in it allocates.
/// </summary>
[InlineArray(PatternSlots.Count)]
public struct ChainBars
{
    private int _first;

    /// <summary>The bars of one round of the chain; 0 when it is empty.</summary>
    public readonly int Total
    {
        get
        {
            int total = 0;
            foreach (int bars in this)
            {
                total += bars;
            }

            return total;
        }
    }

    /// <summary>The slot of a bar; the chain must not be empty.</summary>
    /// <param name="bar">The bar of the song, 0 for the first.</param>
    /// <param name="first">The bar at which the slot's turn began.</param>
    /// <returns>1 to 8.</returns>
    public readonly int SlotAt(long bar, out long first)
    {
        int total = Total;
        int rest = (int)(((bar % total) + total) % total);
        int index = 0;
        first = bar - rest;
        while (rest >= this[index])
        {
            rest -= this[index];
            first += this[index];
            index++;
        }

        return index + 1;
    }
}
