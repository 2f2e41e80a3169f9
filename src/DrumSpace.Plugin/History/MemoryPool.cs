using DrumSpace.Engine.Slots;

namespace DrumSpace.Plugin.History;

/// <summary>
/// Memories that are used again once no state of a history has them: garbage would bring collections, which stop the audio thread too.
/// </summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class MemoryPool
{
    // The engine copies what it is given when it next processes: the last ones given stay as they are.
    private const int GivenCount = 4;

    private readonly List<PatternSlots> _memories = [];
    private readonly PatternSlots?[] _given = new PatternSlots?[GivenCount];
    private int _nextGiven;

    /// <summary>Notes that the engine was given a memory.</summary>
    public void Give(PatternSlots memory) => _given[_nextGiven++ % GivenCount] = memory;

    /// <summary>A memory that nobody has.</summary>
    /// <param name="states">Whose memories are not free.</param>
    public PatternSlots Take(BeatState[] states)
    {
        foreach (PatternSlots memory in _memories)
        {
            if (Array.IndexOf(_given, memory) < 0 && !HasAny(states, memory))
            {
                return memory;
            }
        }

        PatternSlots made = new();
        _memories.Add(made);
        return made;
    }

    private static bool HasAny(BeatState[] states, PatternSlots memory)
    {
        foreach (BeatState state in states)
        {
            if (state.Memory == memory)
            {
                return true;
            }
        }

        return false;
    }
}
