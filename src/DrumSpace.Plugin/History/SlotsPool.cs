using DrumSpace.Engine.Slots;

namespace DrumSpace.Plugin.History;

/// <summary>
/// Recycles slots that no entry of a history has any more, to avoid garbage collections, which would stall the audio thread.
/// </summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class SlotsPool
{
    // The engine copies what it is given when it next processes: the last ones given stay as they are.
    private const int GivenCount = 4;

    private readonly List<PatternSlots> _slots = [];
    private readonly PatternSlots?[] _given = new PatternSlots?[GivenCount];
    private int _nextGiven;

    /// <summary>Notes that the engine was given slots.</summary>
    public void Give(PatternSlots slots) => _given[_nextGiven++ % GivenCount] = slots;

    /// <summary>Slots that nobody has.</summary>
    /// <param name="entries">Whose slots are in use.</param>
    public PatternSlots Take(HistoryEntry[] entries)
    {
        foreach (PatternSlots slots in _slots)
        {
            if (Array.IndexOf(_given, slots) < 0 && !HasAny(entries, slots))
            {
                return slots;
            }
        }

        PatternSlots made = new();
        _slots.Add(made);
        return made;
    }

    private static bool HasAny(HistoryEntry[] entries, PatternSlots slots)
    {
        foreach (HistoryEntry entry in entries)
        {
            if (entry.Slots == slots)
            {
                return true;
            }
        }

        return false;
    }
}
